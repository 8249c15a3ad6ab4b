import { type Interval, mean } from './interval.ts';
import { randomNumbers } from './random.ts';

const draws = 4000;
/** So many of the draws lie outside of the interval on each side. */
const tail = draws * 0.025;

export interface Difference {
  readonly value: number;
  readonly ci95: Interval;
}

/**
 * The mean of paired differences from -1 to 1, one a problem, with its 95 % interval: a percentile bootstrap that draws
 * problems again, both results together (Efron 1979). One more problem on each side, as large as the noise of one
 * problem, 1/√samples, keeps the interval honest where the differences hardly vary (after Agresti and Min 2005).
 *
 * @param samplesEach Of each problem, on average.
 */
export function difference(
  values: readonly number[],
  { samplesEach, seed }: { readonly samplesEach: number; readonly seed: number },
): Difference {
  const noise = 1 / Math.sqrt(Math.max(1, samplesEach));
  // The same draws whichever of the two results comes first: turning them round turns the interval round.
  const sign = (values.find((one) => one !== 0) ?? 1) < 0 ? -1 : 1;
  const means = resampledMeans([...values.map((one) => one * sign), noise, -noise], seed);
  const value = mean(values);
  const ends = [means[tail] ?? Number.NaN, means[draws - 1 - tail] ?? Number.NaN].map((end) => end * sign);
  return { value, ci95: [Math.min(value, ...ends), Math.max(value, ...ends)] };
}

function resampledMeans(values: readonly number[], seed: number): Float64Array {
  const next = randomNumbers(seed);
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let sum = 0;
    for (let taken = 0; taken < values.length; taken += 1) sum += values[Math.floor(next() * values.length)] ?? 0;
    means[draw] = sum / values.length;
  }
  return means.toSorted();
}
