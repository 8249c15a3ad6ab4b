import { bars } from '../charts/bars.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup } from '../page/markup.ts';
import { count, percent } from '../page/numbers.ts';
import type { RunFacts } from './facts.ts';

const meanings: Readonly<Record<string, string>> = {
  statements: 'statements differ',
  solutions: 'solutions differ',
  topics: 'topics are even',
  coverage: 'wanted topics covered',
  constructs: 'constructs are even',
  algorithms: 'different algorithms',
};
const shownConstructs = 14;

/** How varied the kept rows are. */
export function diversitySection({ diversity, counts }: RunFacts): Section | undefined {
  if (counts.samples < 2) return undefined;
  const { score, vendi } = diversity;
  const parts = Object.entries(diversity.parts).flatMap(([name, value]) =>
    value === null ? [] : [[meanings[name] ?? name, value] as const],
  );
  const constructs = Object.entries(diversity.constructs).toSorted(([, a], [, b]) => b - a);
  const shown = constructs.slice(0, shownConstructs);
  const share = ([name, value]: readonly [string, number]): string[] => [name, percent(value)];
  const body = markup`<div class="figures">
${figure({
  title: 'Parts of the score',
  says: `${score.toFixed(2)} of 1 in all, the geometric mean of these. Among ${count(vendi.of)} rows there are as many different statements as ${vendi.statements.toFixed(0)} that have nothing in common, and solutions as ${vendi.solutions.toFixed(0)} (Vendi score).`,
  chart: bars({
    names: parts.map(([name]) => name),
    series: [{ name: 'part', colour: 'var(--c3)', values: parts.map(([, value]) => value) }],
    most: 1,
    labels: parts.map(([, value]) => value.toFixed(2)),
  }),
  numbers: { head: ['part', 'from 0 to 1'], rows: parts.map(([name, value]) => [name, value.toFixed(3)]) },
})}
${
  shown.length > 0 &&
  figure({
    title: 'Constructs',
    says: `Share of the solutions that use each; ${count(constructs.length)} constructs in all.`,
    chart: bars({
      names: shown.map(([name]) => name),
      series: [{ name: 'share', colour: 'var(--c6)', values: shown.map(([, value]) => value) }],
      isPercent: true,
      labels: shown.map(([, value]) => percent(value)),
    }),
    numbers: { head: ['construct', 'share of solutions'], rows: constructs.map(share) },
  })
}
</div>`;
  return { id: 'diversity', title: 'Diversity', body };
}
