import { difference } from '../../src/bench/numbers/difference.ts';
import { estimate, type Interval, mean } from '../../src/bench/numbers/interval.ts';
import { passAtK } from '../../src/bench/numbers/pass-at-k.ts';
import { type Draw, drawFrom } from './draw.ts';
import type { Population, Relation } from './populations.ts';

export interface Case {
  readonly population: Population;
  readonly problems: number;
  readonly samples: number;
  readonly k: number;
}

export interface Coverage {
  /** Share of the simulated sets whose interval holds the true value. */
  readonly share: number;
  readonly width: number;
}

const seed = 20_261;
const truthDraws = 200_000;

/** How often intervals of simulated scores hold the true pass@k of the population. */
export function coverageOfScores(
  { population, problems, samples, k }: Case,
  {
    trials,
    interval,
  }: { readonly trials: number; readonly interval: (values: readonly number[], samples: number) => Interval },
): Coverage {
  const draw = drawFrom(seed);
  const truth = meanOf(truthDraws, () => 1 - (1 - population.chance(draw)) ** k);
  return covered(trials, truth, () => {
    const values = times(problems, () => passAtK(samples, draw.binomial(samples, population.chance(draw)), k));
    return interval(values, problems * samples);
  });
}

/** How often intervals of simulated comparisons hold the true difference of two models. */
export function coverageOfDifferences(
  { population, problems, samples, k }: Case,
  { trials, relation }: { readonly trials: number; readonly relation: Relation },
): Coverage {
  const draw = drawFrom(seed);
  const pair = (): readonly [number, number] => {
    const first = population.chance(draw);
    return [first, relation.chance(first, draw)];
  };
  const truth = meanOf(truthDraws, () => {
    const [first, second] = pair();
    return (1 - first) ** k - (1 - second) ** k;
  });
  return covered(trials, truth, (trial) => {
    const values = times(problems, () => {
      const [first, second] = pair().map((chance) => passAtK(samples, draw.binomial(samples, chance), k));
      return (second ?? 0) - (first ?? 0);
    });
    return difference(values, { samplesEach: samples, seed: trial }).ci95;
  });
}

/** The interval of `winnow bench`. */
export function ownInterval(values: readonly number[], samples: number): Interval {
  return estimate(values, samples).ci95;
}

const bootstrapDraws = 400;

/** What it is measured against: the middle 95 % of the means of sets drawn again from the set itself. */
export function percentileBootstrap(draw: Draw): (values: readonly number[]) => Interval {
  return (values) => {
    const means = times(bootstrapDraws, () =>
      meanOf(values.length, () => values[Math.floor(draw.uniform() * values.length)] ?? 0),
    ).toSorted((a, b) => a - b);
    const tail = bootstrapDraws * 0.025;
    return [means[tail] ?? Number.NaN, means[bootstrapDraws - 1 - tail] ?? Number.NaN];
  };
}

function covered(trials: number, truth: number, interval: (trial: number) => Interval): Coverage {
  let held = 0;
  const widths: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const [low, high] = interval(trial);
    if (low <= truth && truth <= high) held += 1;
    widths.push(high - low);
  }
  return { share: held / trials, width: mean(widths) };
}

function meanOf(count: number, value: () => number): number {
  let sum = 0;
  for (let drawn = 0; drawn < count; drawn += 1) sum += value();
  return sum / count;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
