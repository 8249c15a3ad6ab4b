import type { Key } from '../key.ts';

interface Span {
  start: number;
  end: number;
}

type Args = [Span[], Span, number];

/** Every pair of shifts around short opening hours, for every number of people; then some busier days. */
function* cases(): Generator<Args> {
  const spans: Span[] = [];
  for (let start = -2; start <= 4; start += 2) for (let end = -1; end <= 5; end += 1) spans.push({ start, end });
  const opens = [
    { start: 0, end: 4 },
    { start: -1, end: 2 },
  ];
  for (const open of [...opens, { start: 3, end: 3 }, { start: 4, end: 1 }]) {
    for (const needed of [0, 1, 2]) {
      yield [[], open, needed];
      for (const shift of spans) yield [[shift], open, needed];
    }
  }
  for (const open of opens) {
    for (const a of spans) for (const b of spans) yield [[a, b], open, 1 + ((a.end + b.start) & 1)];
  }
  const busy = [7, 0, 3, 3, 10, 5].map((start, index) => ({ start, end: start + 2 + index }));
  for (const needed of [1, 2, 3, 4, 9]) yield [[...busy, ...busy.slice(2, 4)], { start: -3, end: 20 }, needed];
}

/** Asks at every moment; a span begins where the moment before it does not lack people, and ends likewise. */
function byMoment(shifts: Span[], open: Span, needed: number): Span[] {
  const isLacking = (moment: number): boolean => {
    if (moment < open.start || moment >= open.end) return false;
    return shifts.filter(({ start, end }) => start <= moment && moment < end).length < needed;
  };
  const starts: number[] = [];
  const ends: number[] = [];
  for (let moment = open.start; moment <= open.end; moment++) {
    if (isLacking(moment) && !isLacking(moment - 1)) starts.push(moment);
    if (!isLacking(moment) && isLacking(moment - 1)) ends.push(moment);
  }
  return starts.map((start, index) => ({ start, end: ends[index] ?? NaN }));
}

export const key: Key<Args> = {
  seed: 'intervals/understaffed',
  cases,
  oracle: byMoment,
  reference: `
export interface Span {
  start: number;
  end: number;
}

export function understaffed(shifts: Span[], open: Span, needed: number): Span[] {
  const result: Span[] = [];
  for (let moment = open.start; moment < open.end; moment++) {
    const people = shifts.filter(({ start, end }) => start <= moment && moment < end).length;
    if (people >= needed) continue;
    const last = result.at(-1);
    if (last !== undefined && last.end === moment) last.end += 1;
    else result.push({ start: moment, end: moment + 1 });
  }
  return result;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Sweep over summed changes, joining neighbours.' },
    'solve-1': { truth: 'right', note: 'Two pointers over sorted starts and ends.' },
    'solve-2': { truth: 'wrong', defect: 'boundary', note: 'Never joins touching pieces.' },
    'solve-3': { truth: 'wrong', defect: 'empty-input', note: 'Returns nothing when there are no shifts.' },
    'solve-4': { truth: 'wrong', defect: 'wrong-language', note: 'Python.' },
    'roundtrip-0': { truth: 'right', note: 'Counts people per unit of time.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'Moment-by-moment oracle and shape.' },
    'tests-1': {
      truth: 'wrong',
      defect: 'beyond-statement',
      note: 'Expects errors for reversed shifts, which the statement allows, and for negative numbers, which it rules out.',
    },
  },
};
