import { bars } from '../charts/bars.ts';
import { bubbles } from '../charts/bubbles.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup } from '../page/markup.ts';
import { count, percentOf } from '../page/numbers.ts';
import type { RunFacts } from './facts.ts';

/** How sure the kept rows are, and what that rests on. */
export function confidenceSection({ confidence, proofs, counts }: RunFacts): Section | undefined {
  if (counts.samples === 0) return undefined;
  const sure = confidence.reduce((sum, { from, rows }) => (from >= 0.9 ? sum + rows : sum), 0);
  const perfect = proofs.reduce((sum, { mutationScore, rows }) => (mutationScore === 1 ? sum + rows : sum), 0);
  const body = markup`<div class="figures">
${figure({
  title: 'Confidence',
  says: `${percentOf(sure, counts.samples)} of the kept rows have a confidence of 0.9 or more.`,
  chart: bars({
    names: confidence.map(({ from }) => from.toFixed(2)),
    series: [{ name: 'rows', colour: 'var(--c1)', values: confidence.map(({ rows }) => rows) }],
    labels: confidence.map(({ rows }) => count(rows)),
  }),
  numbers: { head: ['from', 'rows'], rows: confidence.map(({ from, rows }) => [from.toFixed(2), rows]) },
})}
${
  proofs.length > 0 &&
  figure({
    title: 'Confidence against evidence',
    says: `Suites of ${count(perfect)} rows kill every mutant that was tried; a large disc is many rows.`,
    chart: bubbles({
      points: proofs.map(({ mutationScore, confidence: y, rows }) => ({ x: mutationScore, y, count: rows })),
      xName: 'share of mutants killed',
      yName: 'confidence',
    }),
    numbers: {
      head: ['mutants killed', 'confidence', 'rows'],
      rows: proofs.map(({ mutationScore, confidence: y, rows }) => [mutationScore.toFixed(2), y.toFixed(2), rows]),
    },
  })
}
</div>`;
  return { id: 'confidence', title: 'Confidence and evidence', body };
}
