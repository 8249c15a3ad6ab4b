import { markup, type Markup } from './markup.ts';
import { brief } from './visible.ts';
import { table, type Table } from './table.ts';

export interface Figure {
  readonly title: string;
  /** What is to be seen in it, in a sentence: what those hear who do not see it. */
  readonly says: string;
  readonly chart: Markup;
  /** The numbers behind the picture. */
  readonly numbers: Table;
  readonly isWide?: boolean;
}

/** A chart with its title, what it says, and the numbers behind it. */
export function figure({ title, says, chart, numbers, isWide = false }: Figure): Markup {
  const words = brief(says);
  return markup`<figure${isWide && markup` class="wide"`}>
<figcaption><h3>${title}</h3><p>${words}</p></figcaption>
<div class="chart" role="img" aria-label="${title}: ${words}">${chart}</div>
<details><summary>The numbers</summary>${table(numbers, title)}</details>
</figure>`;
}
