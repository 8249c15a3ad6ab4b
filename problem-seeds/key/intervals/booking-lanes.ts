import type { Key } from '../key.ts';

interface Booking {
  start: number;
  end: number;
}

type Args = [Booking[], ({ gap?: number } | undefined)?];

/** Every list of up to three bookings within a few moments, with and without gaps, some longer ones, and empty bookings. */
function* cases(): Generator<Args> {
  const single: Booking[] = [];
  for (let start = -1; start <= 3; start++) for (let end = start + 1; end <= 4; end++) single.push({ start, end });
  yield [[]];
  for (const a of single) {
    yield [[a]];
    for (const b of single) {
      for (const gap of [0, 1, 2]) yield [[a, b], { gap }];
      for (const c of single.slice(0, 9)) yield [[a, b, c], { gap: (a.end + b.end + c.end) % 2 }];
    }
  }
  const busy = [5, 1, 3, 1, 8, 2, 9, 5, 1].map((start, index) => ({ start, end: start + 1 + ((index * 7) % 5) }));
  for (const gap of [0, 1, 2, 9]) yield [busy, { gap }];
  yield [busy];
  yield [[{ start: 2, end: 2 }]];
  yield [[...busy, { start: 4, end: 3 }], { gap: 1 }];
}

/** Paints a lane's moments one by one: a booking and the gap behind it must find them blank. */
function byPainting(bookings: Booking[], options: { gap?: number } = {}): number[] {
  if (bookings.some(({ start, end }) => !(end > start))) throw new RangeError();
  const lanes: number[] = [];
  const painted = new Set<string>();
  const left = new Set(bookings.keys());
  while (left.size > 0) {
    const at = (index: number): Booking => bookings[index] ?? { start: 0, end: 0 };
    const next = [...left].reduce((best, index) => {
      const isSooner = at(index).start < at(best).start;
      const isLonger = at(index).start === at(best).start && at(index).end > at(best).end;
      return isSooner || isLonger ? index : best;
    });
    left.delete(next);
    const { start, end } = at(next);
    let lane = 0;
    const isTaken = (moment: number): boolean => painted.has(`${lane}:${moment}`);
    const own = Array.from({ length: end - start }, (_, offset) => start + offset);
    while (own.some(isTaken)) lane += 1;
    for (let moment = start; moment < end + (options.gap ?? 0); moment++) painted.add(`${lane}:${moment}`);
    lanes[next] = lane;
  }
  return lanes;
}

export const key: Key<Args> = {
  seed: 'intervals/booking-lanes',
  cases,
  oracle: byPainting,
  reference: `
export interface Booking {
  start: number;
  end: number;
}

export interface LaneOptions {
  gap?: number;
}

export function assignLanes(bookings: Booking[], options: LaneOptions = {}): number[] {
  const { gap = 0 } = options;
  if (bookings.some(({ start, end }) => end <= start)) throw new RangeError('empty booking');
  const lanes = bookings.map(() => -1);
  const order = bookings.map((booking, index) => ({ ...booking, index }));
  order.sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const freeFrom: number[] = [];
  for (const { start, end, index } of order) {
    let lane = 0;
    while ((freeFrom[lane] ?? -Infinity) > start) lane += 1;
    freeFrom[lane] = end + gap;
    lanes[index] = lane;
  }
  return lanes;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Sorted indices and the last end of every lane.' },
    'solve-1': { truth: 'right', note: 'A pool of free lanes, fed by bookings that have ended.' },
    'solve-2': { truth: 'right', note: 'Near-duplicate of solve-0 with other names.' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'Bookings that merely touch count as colliding.' },
    'solve-4': { truth: 'wrong', defect: 'mutated-input', note: 'Sorts the bookings in place.' },
    'roundtrip-0': { truth: 'right', note: 'Fills one lane after another.' },
  },
  suites: {
    'tests-0': {
      truth: 'right',
      letsThrough: ['solve-4'],
      note: 'Determines every lane, but always passes a copy and so never sees the input change.',
    },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'Checks that something comes back, and swallows errors.' },
  },
};
