let state = 1;

export function seedRandom(seed: number): void {
  state = seed >>> 0;
}

export const randomState = (): number => state;

/** Mulberry32 by Tommy Ettinger: small, fast and good enough for `Math.random`. */
export function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
