/**
 * Cuts a long text after 200 characters and ends it with its length and a hash of all of it, so that texts which differ
 * stay different. The hash is 53 bits wide: enough against chance.
 *
 * Everything it needs is inside: its source runs in the sandbox.
 */
export function shorten(text: string): string {
  if (text.length <= 240) return text;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  const hash = 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
  return `${text.slice(0, 200)}…${text.length}#${hash.toString(36)}`;
}
