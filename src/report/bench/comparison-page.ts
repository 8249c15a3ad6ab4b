import { intervals } from '../charts/intervals.ts';
import { document, type Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, percent } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import { brief } from '../page/visible.ts';
import type { ComparisonFacts, DifferenceFacts, RivalFacts } from './facts.ts';
import { passFigure } from './pass-figures.ts';

/** The page about several results on the same problems, each beside the first. */
export function comparisonPage(facts: ComparisonFacts): string {
  const names = facts.results.map(({ name }) => name);
  return document({
    title: names.join(' against '),
    subtitle: `${count(names.length)} results on the same problems, each compared with the first`,
    lead: markup`${facts.differences.map(sentence)}`,
    sections: [scores(facts), ...facts.pairs.map(rivals)],
  });
}

function sentence(difference: DifferenceFacts): Markup {
  return markup`<p class="notice">${brief(differenceWords(difference))}</p>`;
}

function differenceWords({ a, b, k, difference, ci95: [low, high], better, problems }: DifferenceFacts): string {
  const points = `${signed(difference)} points (95 %: ${signed(low)} to ${signed(high)})`;
  const verdict = better === 'undecided' ? `nothing shows that one is better` : `${better === 'a' ? a : b} is better`;
  return `pass@${k} of ${b} against ${a}: ${points} over ${count(problems)} problems; ${verdict}.`;
}

function scores({ results, differences }: ComparisonFacts): Section {
  const names = differences.map(({ b, k }) => `${b}, k = ${k}`);
  const most = Math.max(0.05, ...differences.flatMap(({ ci95 }) => ci95.map(Math.abs)));
  const edge = Math.ceil(most * 20) / 20;
  const body = markup`<div class="figures">
${passFigure(
  'pass@k',
  results.map(({ name, pass_at: passAt }) => [name, passAt]),
)}
${figure({
  title: 'Difference from the first',
  says: 'An interval that holds 0 does not show which of the two is better.',
  chart: intervals({
    rows: differences.map(({ difference, ci95: [low, high] }, row) => ({
      name: names[row] ?? '',
      value: difference,
      low,
      high,
    })),
    colour: 'var(--c3)',
    min: -edge,
    max: edge,
  }),
  numbers: {
    head: ['against the first', 'points', 'low', 'high', 'better'],
    rows: differences.map(({ a, b, difference, ci95: [low, high], better }, row) => [
      names[row] ?? '',
      signed(difference),
      signed(low),
      signed(high),
      better === 'undecided' ? 'undecided' : better === 'a' ? a : b,
    ]),
  },
})}
</div>`;
  return { id: 'scores', title: 'Scores', body };
}

function rivals(
  { a, b, only_a: onlyA, only_b: onlyB, neither, largest_changes: changes, left_out: leftOut }: RivalFacts,
  place: number,
): Section {
  const body = markup`
${table({
  head: ['solved by', 'problems', 'which'],
  rows: [
    [`only ${a}`, onlyA.length, listed(onlyA)],
    [`only ${b}`, onlyB.length, listed(onlyB)],
    ['neither', neither.length, listed(neither)],
    ...(leftOut.length > 0 ? [['sampled by one alone', leftOut.length, listed(leftOut)]] : []),
  ],
})}
${
  changes.length > 0 &&
  table(
    {
      head: ['problem', a, b],
      rows: changes.map(({ task_id: id, a: before, b: after }) => [id, percent(before), percent(after)]),
    },
    'Greatest changes of the share that passes',
  )
}`;
  return { id: `pair-${place}`, title: `${brief(b)} and ${brief(a)}`, body };
}

const shownIds = 60;

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return 'none';
  const more = ids.length > shownIds ? `, and ${ids.length - shownIds} more` : '';
  return `${ids.slice(0, shownIds).join(', ')}${more}`;
}

function signed(share: number): string {
  const points = (share * 100).toFixed(1);
  return share > 0 ? `+${points}` : points;
}
