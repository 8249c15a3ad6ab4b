import type { Key } from '../key.ts';

/** The n-th value of 0, -1, 1, -2, 2, … is found by its place in the order; its digits from the top, by powers of 128. */
function oracle(samples: readonly number[]): number[] {
  return samples.flatMap((sample, index) => {
    const difference = BigInt(sample) - (index === 0 ? 0n : BigInt(samples[index - 1] ?? 0));
    const place = difference < 0n ? -difference * 2n - 1n : difference * 2n;
    let top = 0;
    while (128n ** BigInt(top + 1) <= place) top++;
    const bytes: number[] = [];
    let rest = place;
    for (let power = top; power >= 0; power--) {
      const digit = rest / 128n ** BigInt(power);
      rest -= digit * 128n ** BigInt(power);
      bytes.unshift(Number(digit) + (power === top ? 0 : 128));
    }
    return bytes;
  });
}

export const key: Key<[samples: readonly number[]]> = {
  seed: 'numbers-and-bits/pack-deltas',
  *cases() {
    yield [[]];
    for (let sample = -200; sample <= 200; sample++) yield [[sample]];
    for (let power = 6; power <= 50; power++) {
      for (const offset of [-1, 0, 1]) {
        const sample = power === 50 ? 2 ** 50 - Math.abs(offset) : 2 ** power + offset;
        yield [[sample]];
        yield [[-sample]];
        yield [[sample, -sample, sample, sample, 0, 3]];
      }
    }
    const few = [-8192, -65, -64, -1, 0, 1, 63, 64, 8191, 2_000_000_000, -3_000_000_000];
    for (const first of few) for (const second of few) for (const third of few) yield [[first, second, third]];
  },
  oracle,
  reference: `
export function packDeltas(samples: readonly number[]): number[] {
  const bytes: number[] = [];
  samples.forEach((sample, index) => {
    const difference = sample - (samples[index - 1] ?? 0);
    let value = difference < 0 ? -2 * difference - 1 : 2 * difference;
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  });
  return bytes;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'remainder and division' },
    'solve-1': { truth: 'right', note: 'bigint shifts' },
    'solve-2': { truth: 'wrong', defect: 'precision', note: 'bitwise operators cut differences to 32 bits' },
    'solve-3': { truth: 'right', note: 'cuts the binary text into sevens' },
    'solve-4': { truth: 'wrong', defect: 'truncated', note: 'cut off in the last helper' },
    'roundtrip-0': { truth: 'wrong', defect: 'precision', note: 'shifts cut the mapped number to 32 bits' },
    'roundtrip-1': { truth: 'right', note: 'recursive digits' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2', 'roundtrip-0'], note: 'a round trip, up to a million only' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2', 'roundtrip-0'], note: 'examples of at most three bytes' },
  },
};
