import { markup, type Filling, type Markup } from './markup.ts';
import { visible } from './visible.ts';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | Markup)[])[];
}

/** A table that scrolls by itself where it is too wide; numbers stand to the right. */
export function table({ head, rows }: Table, caption?: string): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption ?? head.join(', ')}"><table${head.length > 4 && markup` class="wide"`}>
${caption !== undefined && markup`<caption>${caption}</caption>`}
<thead><tr>${head.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody>
</table></div>`;
}

function cell(value: string | number | Markup): Markup {
  if (typeof value === 'number') return markup`<td class="number">${value.toLocaleString('en-US')}</td>`;
  const isNumeric = typeof value === 'string' && /^[$\d–][\d.,]*( %)?$/u.test(value);
  return markup`<td${isNumeric && markup` class="number"`}>${shown(value)}</td>`;
}

function shown(value: string | Markup): Filling {
  return isMarkup(value) ? value : visible(value);
}

/** Markup is a string object with a mark of its own. */
function isMarkup(value: string | Markup): value is Markup {
  return typeof value === 'object';
}
