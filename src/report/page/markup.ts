import { html, raw } from 'hono/html';
import { visible } from './visible.ts';

/** Markup that may stand in a page as it is. */
export type Markup = ReturnType<typeof raw>;

/** What a template may hold: texts are escaped, markup stands as it is, and what is absent gives nothing. */
export type Filling = Markup | string | number | false | undefined | readonly Markup[];

/** A template of markup in which every text is escaped, and shows what it has that cannot be seen. */
export function markup(strings: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return html(strings, ...fillings.map(present)) as Markup;
}

/** Markup that this house made itself; never a text from elsewhere. */
export function trusted(own: string): Markup {
  return raw(own);
}

function present(filling: Filling): unknown {
  if (filling === false || filling === undefined) return '';
  return typeof filling === 'string' ? visible(filling) : filling;
}
