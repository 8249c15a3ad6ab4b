import type { Key } from '../key.ts';

interface Booking {
  start: number;
  end: number;
  fee: number;
}

type Args = [requests: Booking[], turnaround: number];

const spans: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [0, 2],
  [1, 3],
  [-2, 0],
];

export const key: Key<Args> = {
  seed: 'dynamic-programming/turnaround-bookings',
  *cases() {
    yield [[], 0];
    yield [[], 3];
    // Three requests over a few minutes, with fees that make each choice matter.
    for (const fees of [
      [3, 2, 4],
      [1, 1, 1],
      [0, 5, 2],
    ]) {
      for (const a of spans) {
        for (const b of spans) {
          for (const c of spans) {
            const requests = [a, b, c].map(([start, end], index) => ({ start, end, fee: fees[index] ?? 0 }));
            for (const turnaround of [0, 1, 2]) yield [requests, turnaround];
          }
        }
      }
    }
    const day = [
      { start: 540, end: 600, fee: 40 },
      { start: 480, end: 540, fee: 25 },
      { start: 600, end: 720, fee: 60 },
      { start: 500, end: 700, fee: 95 },
      { start: 720, end: 780, fee: 30 },
      { start: 735, end: 800, fee: 35 },
    ];
    for (const turnaround of [0, 5, 15, 20, 60, 1000]) yield [day, turnaround];
  },
  oracle: (requests, turnaround) => {
    const extend = (chosen: readonly Booking[], rest: readonly Booking[]): number => {
      const [next, ...others] = rest;
      if (next === undefined) return chosen.reduce((sum, { fee }) => sum + fee, 0);
      const clashes = chosen.some(
        (other) => next.start < other.end + turnaround && other.start < next.end + turnaround,
      );
      const without = extend(chosen, others);
      return clashes ? without : Math.max(without, extend([...chosen, next], others));
    };
    return extend([], requests);
  },
  reference: `
export interface Booking {
  start: number;
  end: number;
  fee: number;
}

export function bestRevenue(requests: readonly Booking[], turnaround: number): number {
  const byEnd = [...requests].sort((a, b) => a.end - b.end);
  const best: number[] = [];
  for (const { start, fee } of byEnd) {
    const before = best.filter((_total, index) => byEnd[index]!.end + turnaround <= start);
    best.push(fee + Math.max(0, ...before));
  }
  return Math.max(0, ...best);
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'sorted by end, with bisection' },
    'solve-1': { truth: 'right', note: 'from the back, quadratic' },
    'solve-2': { truth: 'wrong', defect: 'mutated-input', note: 'sorts the caller’s array' },
    'solve-3': { truth: 'right', note: 'solve-0 with other names' },
    'solve-4': { truth: 'wrong', defect: 'boundary', note: 'asks for more than the turnaround' },
    'roundtrip-0': { truth: 'right', note: 'sweep over events' },
  },
  suites: {
    'tests-0': {
      truth: 'right',
      letsThrough: ['solve-2'],
      note: 'all subsets, but nobody looks at the argument afterwards',
    },
    'tests-1': { truth: 'right', letsThrough: ['solve-2', 'solve-4'], note: 'examples far from the limit' },
  },
};
