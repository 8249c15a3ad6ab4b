import { markup, type Filling, type Markup } from './markup.ts';
import { brief } from './visible.ts';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | Markup)[])[];
}

/** A table that scrolls by itself where it is too wide; numbers stand to the right. */
export function table({ head, rows }: Table, caption?: string): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption ?? head.join(', ')}"><table${head.length > 4 && markup` class="wide"`}>
${caption !== undefined && markup`<caption>${caption}</caption>`}
<thead><tr>${head.map((name, column) => heading(name, rows[0]?.[column]))}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody>
</table></div>`;
}

type Value = string | number | Markup;

const right = markup` class="number"`;

function heading(name: string, below: Value | undefined): Markup {
  return markup`<th scope="col"${isNumeric(below) && right}>${brief(name)}</th>`;
}

function cell(value: Value): Markup {
  if (typeof value === 'number') return markup`<td${right}>${value.toLocaleString('en-US')}</td>`;
  return markup`<td${isNumeric(value) && right}>${shown(value)}</td>`;
}

function isNumeric(value: Value | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[$+\-\d–][\d.,]*( %)?$/u.test(value));
}

function shown(value: string | Markup): Filling {
  return isMarkup(value) ? value : brief(value);
}

/** Markup is a string object with a mark of its own. */
function isMarkup(value: string | Markup): value is Markup {
  return typeof value === 'object';
}
