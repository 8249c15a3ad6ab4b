import { bars } from '../charts/bars.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, percentOf } from '../page/numbers.ts';
import type { StageCounts } from '../../core/accounting.ts';
import type { RunFacts } from './facts.ts';

/** What was said of candidates, of solutions and of suites. */
export function verdictsSection({ accounting }: RunFacts): Section | undefined {
  const { judge, decide, support } = accounting?.stages ?? {};
  if (!judge || judge.in === 0) return undefined;
  const body = markup`<div class="figures">
${part('Candidates', 'a solution against one suite', judge, 'accepted')}
${part('Solutions', 'after all suites, mutants and its peers', decide, 'accepted')}
${part('Suites', 'after all solutions and stubs', support, 'supported')}
</div>`;
  return { id: 'verdicts', title: 'Verdicts', body };
}

function part(title: string, what: string, stage: StageCounts | undefined, keptName: string): Markup | undefined {
  if (!stage || stage.in === 0) return undefined;
  const entries = Object.entries(stage.dropped).toSorted(([, a], [, b]) => b - a);
  const names = [keptName, ...entries.map(([reason]) => reason)];
  const kept = [stage.kept, ...entries.map(() => 0)];
  const dropped = [0, ...entries.map(([, times]) => times)];
  return figure({
    title,
    says: `${percentOf(stage.kept, stage.in)} of ${count(stage.in)} ${keptName}: ${what}.`,
    chart: bars({
      names,
      series: [
        { name: keptName, colour: 'var(--kept)', values: kept },
        { name: 'dropped', colour: 'var(--dropped)', values: dropped },
      ],
      labels: names.map((_, row) => count((kept[row] ?? 0) + (dropped[row] ?? 0))),
    }),
    numbers: {
      head: ['verdict', 'times', 'share'],
      rows: names.map((name, row) => {
        const times = (kept[row] ?? 0) + (dropped[row] ?? 0);
        return [name, times, percentOf(times, stage.in)];
      }),
    },
  });
}
