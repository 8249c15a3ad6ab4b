import { randomNumbers } from '../../src/bench/numbers/random.ts';

/** Draws from the distributions that populations of problems are made of. */
export interface Draw {
  /** From 0 to below 1. */
  readonly uniform: () => number;
  readonly beta: (a: number, b: number) => number;
  /** How many of n tries succeed. */
  readonly binomial: (n: number, p: number) => number;
}

export function drawFrom(seed: number): Draw {
  const uniform = randomNumbers(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const beta = (a: number, b: number): number => {
    const x = gamma(a, { uniform, normal });
    return x / (x + gamma(b, { uniform, normal }));
  };
  const binomial = (n: number, p: number): number => {
    let successes = 0;
    for (let tried = 0; tried < n; tried += 1) if (uniform() < p) successes += 1;
    return successes;
  };
  return { uniform, beta, binomial };
}

/** Marsaglia and Tsang (2000), with their step for shapes below 1. */
function gamma(
  shape: number,
  { uniform, normal }: { readonly uniform: () => number; readonly normal: () => number },
): number {
  if (shape < 1) return gamma(shape + 1, { uniform, normal }) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
