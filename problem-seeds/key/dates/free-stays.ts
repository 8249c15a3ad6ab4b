import type { Key } from '../key.ts';

interface Stay {
  arrive: string;
  depart: string;
}

type Args = [season: Stay, bookings: readonly Stay[], minNights: number];

/** 26 February 2024 and the days after it: a leap day and the end of a month are among them. */
const dates: string[] = Array.from({ length: 10 }, (_, day) =>
  new Date(Date.UTC(2024, 1, 26 + day)).toISOString().slice(0, 10),
);
const stay = (from: number, to: number): Stay => ({ arrive: dates[from] ?? '', depart: dates[to] ?? '' });

/** Tries every stay there is: free, and not to be made longer on either side. */
function oracle(season: Stay, bookings: readonly Stay[], minNights: number): Stay[] {
  const isFree = (from: number, to: number): boolean =>
    from < to &&
    dates
      .slice(from, to)
      .every(
        (night) =>
          season.arrive <= night &&
          night < season.depart &&
          !bookings.some((one) => one.arrive <= night && night < one.depart),
      );
  const found: Stay[] = [];
  for (let from = 0; from < dates.length; from++) {
    for (let to = from + minNights; to < dates.length; to++) {
      const isLongest = !(from > 0 && isFree(from - 1, to)) && !isFree(from, to + 1);
      if (isFree(from, to) && isLongest) found.push(stay(from, to));
    }
  }
  return found;
}

export const key: Key<Args> = {
  seed: 'dates/free-stays',
  *cases() {
    const season = stay(2, 8);
    for (const minNights of [1, 2, 6, 7]) yield [season, [], minNights];
    for (const empty of [stay(5, 5), stay(7, 3)]) yield [empty, [stay(4, 6)], 1];
    const spans: Stay[] = [];
    for (let from = 0; from < 10; from++) for (let to = 0; to < 10; to++) spans.push(stay(from, to));
    const real = spans.filter(({ arrive, depart }) => arrive < depart);
    for (const span of spans) for (const minNights of [1, 2, 3]) yield [season, [span], minNights];
    for (const [index, first] of real.entries()) {
      for (const second of real) yield [season, [first, second], 1 + (index % 3)];
      yield [season, [stay(9, 0), first, stay(4, 4), stay(5, 6), stay(3, 4)], 1];
    }
  },
  oracle,
  reference: `
export interface Stay {
  arrive: string;
  depart: string;
}

export function freeStays(season: Stay, bookings: readonly Stay[], minNights: number): Stay[] {
  const booked = bookings
    .filter(({ arrive, depart }) => arrive < depart && arrive < season.depart)
    .toSorted((a, b) => Date.parse(a.arrive) - Date.parse(b.arrive));
  const windows: Stay[] = [];
  let free = season.arrive;
  for (const next of [...booked, { arrive: season.depart, depart: season.depart }]) {
    const nights = (Date.parse(next.arrive) - Date.parse(free)) / 86_400_000;
    if (nights >= minNights) windows.push({ arrive: free, depart: next.arrive });
    if (next.depart > free) free = next.depart;
  }
  return windows;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a sweep over a sorted copy' },
    'solve-1': { truth: 'right', note: 'a flag a night, then the runs' },
    'solve-2': { truth: 'wrong', defect: 'mutated-input', note: 'the sweep, but sorting the bookings passed in' },
    'solve-3': { truth: 'wrong', defect: 'off-by-one', note: 'asks for more than minNights nights' },
    'solve-4': { truth: 'wrong', defect: 'hallucinated-api', note: 'Array.prototype.sortBy and Date.daysBetween' },
    'roundtrip-0': { truth: 'right', note: 'walks from night to night and asks all bookings' },
  },
  suites: {
    'tests-0': { truth: 'wrong', defect: 'wrong-expectation', note: 'counts a 29 February in 2023' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-2', 'solve-3'],
      note: 'no window of just minNights, no look at the arguments',
    },
  },
};
