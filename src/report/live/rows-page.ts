import { markup, type Markup } from '../page/markup.ts';
import { count, percent } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import { rowAddress, rowsAddress } from './address.ts';
import { shell } from './shell.ts';

export interface ListedRow {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly reason: string;
  readonly topic: string;
  readonly model: string;
  readonly confidence: number | null;
  readonly title: string;
}

export const choiceNames = ['kind', 'stage', 'reason', 'topic', 'model'] as const;
export type ChoiceName = (typeof choiceNames)[number];

export interface RowsView {
  readonly dir: string;
  readonly hasReport: boolean;
  readonly rows: readonly ListedRow[];
  /** Where the next page begins; absent on the last. */
  readonly next?: number;
  /** Whether time was up before the page was full. */
  readonly isPartial: boolean;
  /** What was asked for, by the names of the form's fields. */
  readonly asked: Readonly<Record<string, string>>;
  /** What there is to choose, with how many rows have it. */
  readonly choices: Readonly<Record<ChoiceName, readonly { readonly value: string; readonly rows: number }[]>>;
  readonly index: { readonly rows: number; readonly share: number };
}

/** The browser of a run's rows. */
export function rowsPage(view: RowsView): string {
  const { dir, hasReport, index } = view;
  const building =
    index.share < 1 &&
    markup`<p class="notice">The index is being built (${percent(index.share)}): not every row is here yet.</p>`;
  const body = markup`${form(view)}${building}
<div data-live><p class="soft" id="part-news">${newsPart(index.rows)}</p></div>
${list(view)}${onward(view)}`;
  return shell({ title: 'Rows', subtitle: dir, hasReport, body });
}

/** How many rows there are by now. */
export function newsPart(rows: number): Markup {
  return markup`${count(rows)} rows in all, the newest first.`;
}

function form({ asked, choices }: RowsView): Markup {
  return markup`<form class="filters" action="/rows" method="get" role="search">
<label class="wide">Search<input type="search" name="q" value="${asked['q'] ?? ''}" placeholder="words of the statement or code" maxlength="200"></label>
${choiceNames.map((name) => select(name, asked[name] ?? '', choices[name]))}
<label>confidence from<input type="number" name="least" min="0" max="1" step="any" value="${asked['least'] ?? ''}"></label>
<label>to<input type="number" name="most" min="0" max="1" step="any" value="${asked['most'] ?? ''}"></label>
<span class="ends"><button type="submit">Show</button><a href="/rows">all</a></span>
</form>`;
}

function select(name: ChoiceName, chosen: string, choices: RowsView['choices'][ChoiceName]): Markup {
  const isListed = chosen === '' || choices.some(({ value }) => value === chosen);
  const all = isListed ? choices : [{ value: chosen, rows: 0 }, ...choices];
  return markup`<label>${name}<select name="${name}"><option value="">any</option>${all.map(
    ({ value, rows }) =>
      markup`<option value="${value}"${value === chosen && markup` selected`}>${value} (${count(rows)})</option>`,
  )}</select></label>`;
}

function list({ rows, isPartial }: RowsView): Markup {
  if (rows.length === 0)
    return markup`<p>${isPartial ? 'None among those looked at so far.' : 'No row is like that.'}</p>`;
  return table(
    { head: ['row', 'kind', 'what became of it', 'topic', 'confidence', 'model'], rows: rows.map(cells) },
    'Rows',
  );
}

function cells({ id, kind, stage, reason, topic, confidence, model, title }: ListedRow): (string | Markup)[] {
  const link = markup`<a href="${rowAddress(id)}">${title === '' ? id : title}</a><small class="soft">${id}</small>`;
  const fate = reason === '' ? '' : `${reason} at ${stage}`;
  return [link, tag(kind), fate, topic, confidence === null ? '' : String(confidence), model];
}

function tag(kind: string): Markup {
  const tone = kind === 'kept' ? 'kept' : kind === 'rejected' ? 'dropped' : '';
  return markup`<span class="tag ${tone}">${kind}</span>`;
}

function onward({ next, isPartial, asked }: RowsView): Markup {
  const isFirst = asked['before'] === undefined;
  const page = (before: string | undefined): string => {
    const { before: _before, ...rest } = asked;
    return rowsAddress({ ...rest, ...(before !== undefined && { before }) });
  };
  return markup`<p class="pages">${!isFirst && markup`<a href="${page(undefined)}">Newest</a>`} ${next !== undefined && markup`<a rel="next" href="${page(String(next))}">${isPartial ? 'Look further' : 'Next page'}</a>`}</p>`;
}
