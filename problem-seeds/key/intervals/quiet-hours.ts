import type { Key } from '../key.ts';

interface QuietHours {
  from: number;
  to: number;
}

type Args = [number, number, QuietHours];

/** Spans between interesting moments of three days, under plain, wrapped, empty and extreme quiet hours. */
function* cases(): Generator<Args> {
  const hours: QuietHours[] = [
    { from: 720, to: 780 },
    { from: 1320, to: 360 },
    { from: 0, to: 1439 },
    { from: 1439, to: 0 },
    { from: 1, to: 0 },
    { from: 0, to: 1 },
    { from: 0, to: 0 },
    { from: 600, to: 600 },
  ];
  const ofDay = [0, 1, 359, 360, 600, 720, 780, 1320, 1439];
  const moments = [-2, -1, 0].flatMap((day) => ofDay.map((minute) => day * 1440 + minute));
  for (const quiet of hours) {
    for (const start of moments) {
      for (const end of moments) if (end >= start) yield [start, end, quiet];
    }
    yield [10, 9, quiet];
    yield [-5, -6, quiet];
  }
  yield [0, 3 * 1440 + 400, { from: 1320, to: 360 }];
}

/** Walks minute by minute, setting the clock back to 0 at midnight, from a midnight before the span. */
function byClock(start: number, end: number, quiet: QuietHours): number {
  if (end < start) throw new RangeError();
  const quietMinutes = new Set<number>();
  for (let minute = quiet.from; minute !== quiet.to; minute = minute === 1439 ? 0 : minute + 1)
    quietMinutes.add(minute);
  let count = 0;
  let clock = 0;
  for (let time = -10 * 1440; time < end; time++) {
    if (time >= start && !quietMinutes.has(clock)) count += 1;
    clock = clock === 1439 ? 0 : clock + 1;
  }
  return count;
}

export const key: Key<Args> = {
  seed: 'intervals/quiet-hours',
  cases,
  oracle: byClock,
  reference: `
export interface QuietHours {
  from: number;
  to: number;
}

export function activeMinutes(start: number, end: number, quiet: QuietHours): number {
  if (end < start) throw new RangeError('end before start');
  const length = (quiet.to - quiet.from + 1440) % 1440;
  let active = 0;
  for (let time = start; time < end; time++) {
    const sinceFrom = (((time - quiet.from) % 1440) + 1440) % 1440;
    if (sinceFrom >= length) active += 1;
  }
  return active;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Difference of a counting function; constant time.' },
    'solve-1': { truth: 'right', note: 'Overlaps with the window that opens on each day.' },
    'solve-2': { truth: 'wrong', defect: 'negative', note: 'The remainder of a negative minute is negative.' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'Takes from === to for a whole quiet day.' },
    'solve-4': { truth: 'right', note: 'A table of one day and a walk over every minute; slow.' },
    'roundtrip-0': { truth: 'right', note: 'Whole days at once, the rest minute by minute.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-3'], note: 'Strong, but its quiet hours are never empty.' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2'], note: 'No time before zero.' },
  },
};
