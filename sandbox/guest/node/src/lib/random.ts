// Taken at load: a test that fixes `Math.random` does not fix keys and identifiers, as in Node.
const { random, floor } = Math;

/** Fills a view with bytes of the realm's seeded generator. */
export function fillRandomly<T extends ArrayBufferView>(view: T): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = floor(random() * 256);
  return view;
}

/** A version 4 identifier (RFC 9562, section 5.4). */
export function randomUuid(): string {
  const bytes = fillRandomly(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A whole number in [min, max). */
export function randomBelow(min: number, max: number): number {
  return min + floor(random() * (max - min));
}
