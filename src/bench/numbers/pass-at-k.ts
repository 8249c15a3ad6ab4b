/**
 * The unbiased estimate of the chance that one of k samples passes, from n samples of which c passed:
 * 1 - C(n-c, k) / C(n, k) (Chen et al. 2021, section 2.1), without large numbers.
 * Throws a `RangeError` unless 0 <= c <= n and 1 <= k <= n.
 */
export function passAtK(n: number, c: number, k: number): number {
  const isSound = [n, c, k].every((one) => Number.isSafeInteger(one)) && c >= 0 && c <= n && k >= 1 && k <= n;
  if (!isSound) throw new RangeError(`pass@${k} is not defined for ${c} of ${n} samples`);
  if (n - c < k) return 1;
  // The same chance whether draws find a sample that passed, or those that passed find a draw: the fewer go one by one.
  const [few, many] = [Math.min(c, k), Math.max(c, k)];
  // Adding up the chances, rather than taking the product of failing from 1, keeps all digits of a small one.
  let found = 0;
  for (let tried = 0; tried < few; tried += 1) found += ((1 - found) * many) / (n - tried);
  return found;
}
