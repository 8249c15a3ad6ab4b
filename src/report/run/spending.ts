import type { Spending } from '../../core/course.ts';
import type { Section } from '../page/document.ts';
import { markup } from '../page/markup.ts';
import { dollars, duration } from '../page/numbers.ts';
import { table, type Table } from '../page/table.ts';
import type { RunFacts } from './facts.ts';

/** The draws that cost most, and those that took longest. */
export function spendingSection({ spending }: RunFacts): Section | undefined {
  const { slowest, costliest } = spending;
  if (costliest.length === 0) return undefined;
  const body = markup`
${table(tableOf(costliest), 'Most tokens')}
${table(tableOf(slowest), 'Most time')}
<p class="soft">Times are added up over requests, with their waiting, and over candidates in the sandbox, all of which go on side by side; what the store knows takes none.</p>`;
  return { id: 'spending', title: 'Costliest and slowest', body };
}

function tableOf(rows: readonly Spending[]): Table {
  return {
    head: ['task', 'kept', 'requests', 'tokens in', 'out', 'dollars', 'model', 'judging'],
    rows: rows.map((row) => [
      row.title ?? row.draw,
      row.kept,
      row.requests,
      row.prompt_tokens,
      row.completion_tokens,
      dollars(row.cost_usd),
      duration(row.model_ms),
      duration(row.judging_ms),
    ]),
  };
}
