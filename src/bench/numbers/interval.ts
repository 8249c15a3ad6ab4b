export type Interval = readonly [low: number, high: number];

/** 97.5 % of a normal distribution lie below. */
const z = 1.959963984540054;

export interface Estimate {
  readonly value: number;
  /** 95 %, over problems drawn from a population. */
  readonly ci95: Interval;
}

/**
 * The mean of values from 0 to 1, one a problem, with its 95 % interval.
 *
 * It is Wilson's score interval (Wilson 1927) with an effective number of problems, p(1-p) / the variance of the mean,
 * as surveys with clusters use it (Korn and Graubard 1998), and Student's quantile. Drawing the problems again, as a
 * percentile bootstrap does, comes to the same variance, but to no width at all where every problem is solved, and to too
 * little near 0 and 1 and for few problems: `npm run bench -- interval-coverage` measures both.
 *
 * @param samples Of all problems together: no set tells more than so many independent samples would.
 */
export function estimate(values: readonly number[], samples: number): Estimate {
  const count = values.length;
  const value = mean(values);
  const t = count < 2 ? z : studentQuantile(count - 1);
  const effective = Math.max(1, Math.min(samples, effectiveNumber(values, value)));
  const scale = 1 + (t * t) / effective;
  const centre = (value + (t * t) / (2 * effective)) / scale;
  const half = (t * Math.sqrt((value * (1 - value)) / effective + (t * t) / (4 * effective * effective))) / scale;
  return { value, ci95: [Math.max(0, Math.min(value, centre - half)), Math.min(1, Math.max(value, centre + half))] };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function effectiveNumber(values: readonly number[], value: number): number {
  const count = values.length;
  if (count < 2) return count;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  const variance = squares / (count - 1) / count;
  return variance > 0 ? (value * (1 - value)) / variance : count;
}

/** For one and two degrees of freedom, where the expansion is not good enough. */
const smallQuantiles = [12.706204736, 4.30265273];

/** 97.5 % of Student's distribution lie below (Cornish and Fisher's expansion, Abramowitz and Stegun 26.7.5). */
function studentQuantile(degrees: number): number {
  const small = smallQuantiles[degrees - 1];
  if (small !== undefined) return small;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}
