import { lines } from '../charts/lines.ts';
import type { RoundMark } from '../../core/course.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup } from '../page/markup.ts';
import { count, counted, dollars, duration, percentOf } from '../page/numbers.ts';
import type { Table } from '../page/table.ts';
import type { RunFacts } from './facts.ts';

/** How the run went, round by round. */
export function courseSection({ rounds }: RunFacts): Section | undefined {
  const last = rounds.at(-1);
  if (last === undefined) return undefined;
  const isPriced = last.cost_usd > 0;
  const numbers = tableOf(rounds);
  const body = markup`<div class="figures">
${figure({
  title: 'Kept rows over draws',
  says: `${count(last.kept)} kept of ${count(last.draws)} draws in ${counted(rounds.length, 'round')} and ${duration(last.elapsed_ms)}.`,
  chart: lines({
    xName: 'draws of seeds',
    series: [
      {
        name: 'kept',
        colour: 'var(--kept)',
        points: [[0, 0], ...rounds.map(({ draws, kept }) => [draws, kept] as const)],
      },
    ],
  }),
  numbers,
})}
${figure({
  title: isPriced ? 'Dollars for a kept row' : 'Tokens for a kept row',
  says: isPriced
    ? `${dollars(last.cost_usd / Math.max(1, last.kept))} for each kept row so far, ${dollars(last.cost_usd)} in all.`
    : `${count(Math.round(last.tokens / Math.max(1, last.kept)))} tokens for each kept row so far; no price is configured.`,
  chart: lines({
    xName: 'draws of seeds',
    series: [{ name: 'for a kept row', colour: 'var(--c2)', points: costs(rounds, isPriced) }],
    ...(isPriced && { yFormat: dollars }),
  }),
  numbers,
})}
${figure({
  title: 'Yield of each round',
  says: 'Kept rows for each draw of the round: a fall says that what comes is more and more of the same, or harder.',
  chart: lines({
    xName: 'draws of seeds',
    series: [{ name: 'kept per draw', colour: 'var(--c1)', points: yields(rounds) }],
  }),
  numbers,
})}
</div>`;
  return { id: 'course', title: 'Over time', body };
}

function costs(rounds: readonly RoundMark[], isPriced: boolean): (readonly [number, number])[] {
  return rounds
    .filter(({ kept }) => kept > 0)
    .map(({ draws, kept, tokens, cost_usd: usd }) => [draws, (isPriced ? usd : tokens) / kept]);
}

function yields(rounds: readonly RoundMark[]): (readonly [number, number])[] {
  return rounds.map((mark, place) => {
    const before = rounds[place - 1] ?? { draws: 0, kept: 0 };
    return [mark.draws, (mark.kept - before.kept) / Math.max(1, mark.draws - before.draws)];
  });
}

function tableOf(rounds: readonly RoundMark[]): Table {
  return {
    head: ['round', 'draws', 'kept', 'kept per draw', 'requests', 'tokens', 'dollars', 'time'],
    rows: rounds.map(({ round, draws, kept, requests, tokens, cost_usd: usd, elapsed_ms: ms }) => [
      round + 1,
      draws,
      kept,
      percentOf(kept, draws),
      requests,
      tokens,
      dollars(usd),
      duration(ms),
    ]),
  };
}
