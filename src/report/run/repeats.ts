import { total } from '../../core/accounting.ts';
import type { Section } from '../page/document.ts';
import { markup } from '../page/markup.ts';
import { count } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import { cutText } from '../page/visible.ts';
import type { RunFacts } from './facts.ts';
import { reasonWords } from './reason-words.ts';

/** What says the same as another row, or as a problem of a public benchmark. */
export function repeatsSection({ repeats }: RunFacts): Section | undefined {
  const { duplicates, contaminated, benchmarks, examples } = repeats;
  const named = benchmarks.map(({ name, problems }) => `${name} (${count(problems)} problems)`).join(', ');
  const found = Object.entries(contaminated);
  const body = markup`
<p>${count(duplicates)} near-duplicates and ${count(total(contaminated))} repeated problems of benchmarks were left out.
${benchmarks.length > 0 ? `Rows were held against ${named}.` : 'Rows were not held against any benchmark.'}</p>
${found.length > 0 && table({ head: ['benchmark', 'rows'], rows: found })}
${
  examples.length > 0 &&
  table({
    head: ['row', 'task', 'why'],
    rows: examples.map(({ id, task, reason }) => [id, task?.title ?? '–', cutText(reasonWords(reason), 300)]),
  })
}`;
  return { id: 'repeats', title: 'Duplicates and contamination', body };
}
