import type { Key } from '../key.ts';

/** Tries the numbers of tenths of each unit in turn: the right one lies within half a tenth, the upper one of two. */
function oracle(count: number): string {
  const size = BigInt(Math.abs(count));
  const sign = count < 0 ? '-' : '';
  if (size < 1000n) return `${sign}${size}`;
  const units: [bigint, string][] = [
    [10n ** 12n, 'T'],
    [10n ** 9n, 'G'],
    [10n ** 6n, 'M'],
    [10n ** 3n, 'k'],
  ];
  const place = units.findIndex(([unit]) => size >= unit);
  const [unit, letter] = units[place] ?? [1n, ''];
  const guess = (size * 10n) / unit;
  const tenths = [guess + 1n, guess].find((candidate) => 20n * size >= (2n * candidate - 1n) * unit) ?? 0n;
  const larger = units[place - 1];
  if (tenths === 10_000n && larger !== undefined) return `${sign}1${larger[1]}`;
  const text = `${tenths}`.replace(/(\d)$/, '.$1').replace(/\.0$/, '');
  return sign + text + letter;
}

export const key: Key<[count: number]> = {
  seed: 'numbers-and-bits/compact-count',
  *cases() {
    yield [-0];
    for (const count of [0, 1, 9, 10, 500, 998, 999, 1000, 1001]) yield* [[count], [-count]] as [number][];
    for (let count = 1040; count < 3000; count += 5) yield [count];
    for (const size of [1e3, 1e6, 1e9, 1e12]) {
      for (const tenths of [10, 11, 12, 15, 22, 99, 100, 105, 123, 999, 1000, 1001, 4567, 9990, 9998, 9999]) {
        for (const offset of [-1, 0, 1]) {
          const tie = (tenths * size) / 10 + size / 20 + offset;
          yield [tie];
          yield [-tie];
          yield [(tenths * size) / 10 + offset];
        }
      }
    }
    yield [999_999_999_999_999];
  },
  oracle,
  reference: `
const UNITS = [
  { size: 1e3, letter: 'k' },
  { size: 1e6, letter: 'M' },
  { size: 1e9, letter: 'G' },
  { size: 1e12, letter: 'T' },
];

export function compactCount(count: number): string {
  const size = Math.abs(count);
  if (size < 1000) return String(count);
  // The rounded count decides: it reaches a larger unit exactly where the statement lets it carry.
  const rounded = UNITS.map((unit) => ({ ...unit, tenths: Math.round(size / (unit.size / 10)) })).filter(
    (unit) => unit.size <= size,
  );
  const last = rounded[rounded.length - 1];
  const next = UNITS[rounded.length];
  if (last === undefined) return String(count);
  const sign = count < 0 ? '-' : '';
  if (last.tenths === 10_000 && next !== undefined) return sign + '1' + next.letter;
  return sign + String(last.tenths / 10) + last.letter;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'whole tenths, by integer arithmetic' },
    'solve-1': { truth: 'right', note: 'rounds on the digits' },
    'solve-2': { truth: 'wrong', defect: 'precision', note: 'toFixed of a number just below the half' },
    'solve-3': { truth: 'right', note: 'solve-0 with other names' },
    'solve-4': { truth: 'wrong', defect: 'boundary', note: 'writes 1000k instead of 1M' },
    'roundtrip-0': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'neither carries nor rounds exactly: the description says neither',
    },
    'roundtrip-1': {
      truth: 'wrong',
      defect: 'negative',
      note: 'rounds negative halves towards zero: the description is silent',
    },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'ties and carries by example, an exact oracle' },
    'tests-1': { truth: 'wrong', defect: 'beyond-statement', note: 'wants an error for what the statement rules out' },
  },
};
