import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * The Vendi score of some things: the effective number of different ones among them, from 1 (all alike) to their number
 * (none like another). `similarity` gives 1 for two that are the same.
 *
 * Source: D. Friedman, A. B. Dieng, "The Vendi Score: A Diversity Evaluation Metric for Machine Learning" (2023).
 */
export function vendiScore<T>(things: readonly T[], similarity: (a: T, b: T) => number): number {
  const n = things.length;
  if (n === 0) return 0;
  const kernel = Matrix.zeros(n, n);
  for (const [row, a] of things.entries()) {
    for (const [column, b] of things.slice(0, row + 1).entries()) {
      const value = (row === column ? 1 : similarity(a, b)) / n;
      kernel.set(row, column, value);
      kernel.set(column, row, value);
    }
  }
  const { realEigenvalues } = new EigenvalueDecomposition(kernel, { assumeSymmetric: true });
  return Math.exp(entropy(realEigenvalues));
}

/** Shannon's entropy of shares, in nats; what is not above 0 adds nothing. */
export function entropy(shares: Iterable<number>): number {
  let sum = 0;
  for (const share of shares) if (share > 0) sum -= share * Math.log(share);
  return sum;
}
