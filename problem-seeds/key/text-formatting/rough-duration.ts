import type { Key } from '../key.ts';

const SIZES = [86_400_000n, 3_600_000n, 60_000n, 1_000n];

export const key: Key<[number, { parts?: number }?]> = {
  seed: 'text-formatting/rough-duration',
  *cases() {
    const marks = [
      0, 1_000, 60_000, 119_000, 3_540_000, 3_600_000, 82_800_000, 86_400_000, 90_061_000, 172_800_000, 9e14,
    ];
    const offsets = [
      -30_000, -1_800_000, -1_000, -501, -500, -499, -1, 0, 1, 499, 500, 501, 30_000, 29_999, 1_800_000, 43_200_000,
    ];
    for (const mark of marks) {
      for (const offset of offsets) {
        for (const sign of [1, -1]) {
          const ms = sign * (mark + offset);
          yield [ms];
          for (let parts = 1; parts <= 4; parts += 1) yield [ms, { parts }];
        }
      }
    }
    yield [5_000, {}];
    for (const ms of [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -0]) yield [ms, { parts: 4 }];
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 2 ** 53]) yield [ms];
    for (const parts of [0, 5, -1, 1.5, Number.NaN]) yield [1_000, { parts }];
  },
  oracle(ms, options) {
    const parts = options?.parts ?? 2;
    if (!Number.isSafeInteger(ms)) throw new RangeError('ms');
    if (parts !== 1 && parts !== 2 && parts !== 3 && parts !== 4) throw new RangeError('parts');
    const size = BigInt(ms < 0 ? -ms : ms);
    let leading = 3;
    while (leading > 0 && (SIZES[leading - 1] ?? 0n) <= size) leading -= 1;
    const last = SIZES[Math.min(3, leading + parts - 1)] ?? 1_000n;
    // Halves up, in exact arithmetic.
    let seconds = (((2n * size + last) / (2n * last)) * last) / 1_000n;
    const shown: string[] = [];
    for (const [name, unit] of [
      ['d', 86_400n],
      ['h', 3_600n],
      ['m', 60n],
      ['s', 1n],
    ] as const) {
      let count = 0n;
      if (name === 'd') count = seconds / unit;
      else while (seconds - count * unit >= unit) count += 1n;
      seconds -= count * unit;
      if (count !== 0n) shown.push(`${count}${name}`);
    }
    if (shown.length === 0) return '0s';
    return `${ms < 0 ? '-' : ''}${shown.join(' ')}`;
  },
  reference: `
const UNITS: readonly (readonly [string, number])[] = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1_000]];
export function roughDuration(ms: number, options: { parts?: number } = {}): string {
  const { parts = 2 } = options;
  if (!Number.isSafeInteger(ms)) throw new RangeError('ms must be a safe integer');
  if (!Number.isInteger(parts) || parts < 1 || parts > 4) throw new RangeError('parts must be 1 to 4');
  const size = Math.abs(ms);
  const below = UNITS.filter(([, unit]) => unit <= size);
  const last = below[parts - 1]?.[1] ?? 1_000;
  let rest = Math.round(size / last) * last;
  const words: string[] = [];
  for (const [name, unit] of UNITS) {
    const count = Math.floor(rest / unit);
    rest %= unit;
    if (count > 0) words.push(count + name);
  }
  if (words.length === 0) return '0s';
  return (ms < 0 ? '-' : '') + words.join(' ');
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'rounds the whole, then splits from the largest unit' },
    'solve-1': { truth: 'right', note: 'rounds by the remainder, splits from the smallest unit' },
    'solve-2': { truth: 'wrong', defect: 'precision', note: 'rounds the last unit only, so that the carry is lost' },
    'solve-3': { truth: 'right', note: 'near-duplicate of solve-0' },
    'solve-4': { truth: 'wrong', defect: 'negative', note: 'takes no absolute value' },
    'roundtrip-0': { truth: 'right', note: 'counts by quotient and remainder' },
  },
  suites: {
    'tests-0': {
      truth: 'right',
      letsThrough: [],
      note: 'carries, signs, and two properties on a reader of the format',
    },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'any function to strings that does not throw passes' },
  },
};
