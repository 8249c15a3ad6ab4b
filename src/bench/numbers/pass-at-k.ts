/**
 * The unbiased estimate of the chance that one of k samples passes, from n samples of which c passed:
 * 1 - C(n-c, k) / C(n, k), as a product that neither overflows nor cancels (Chen et al. 2021, section 2.1).
 * Throws a `RangeError` unless 0 <= c <= n and 1 <= k <= n.
 */
export function passAtK(n: number, c: number, k: number): number {
  const isSound = [n, c, k].every((one) => Number.isSafeInteger(one)) && c >= 0 && c <= n && k >= 1 && k <= n;
  if (!isSound) throw new RangeError(`pass@${k} is not defined for ${c} of ${n} samples`);
  if (n - c < k) return 1;
  if (k === 1) return c / n;
  // The shorter of two equal products: over the draws, or over the samples that passed.
  let allFail = 1;
  if (k < c) for (let drawn = 0; drawn < k; drawn += 1) allFail *= (n - c - drawn) / (n - drawn);
  else for (let passed = 0; passed < c; passed += 1) allFail *= (n - k - passed) / (n - passed);
  return 1 - allFail;
}
