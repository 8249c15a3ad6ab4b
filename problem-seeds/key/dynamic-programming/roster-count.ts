import type { Key } from '../key.ts';

type Args = [days: number, people: number, maxRun: number];

/** The rosters one by one, each as a list of people, built day by day. */
function rosters(days: number, people: number, maxRun: number): number[][] {
  let all: number[][] = [[]];
  for (let day = 0; day < days; day++) {
    all = all.flatMap((roster) => Array.from({ length: people }, (_, person) => [...roster, person]));
  }
  const tooLong = (roster: number[], at: number): boolean =>
    at >= maxRun && roster.slice(at - maxRun, at + 1).every((person) => person === roster[at]);
  return all.filter((roster) => !roster.some((_person, at) => tooLong(roster, at)));
}

/** Counts too large to be listed, from rules that need no recursion. */
function closedForm(days: number, people: number, maxRun: number): bigint {
  if (maxRun >= days) return BigInt(people) ** BigInt(days);
  if (maxRun === 1) return BigInt(people) * BigInt(people - 1) ** BigInt(days - 1);
  throw new Error('no closed form is known');
}

export const key: Key<Args> = {
  seed: 'dynamic-programming/roster-count',
  *cases() {
    for (let days = 0; days <= 6; days++) {
      for (let people = 1; people <= 3; people++) {
        for (let maxRun = 1; maxRun <= 7; maxRun++) yield [days, people, maxRun];
      }
    }
    yield [7, 2, 3];
    yield [9, 2, 2];
    yield [2, 20, 1];
    // Beyond what a double holds.
    yield [40, 7, 1];
    yield [60, 3, 60];
    yield [1000, 2, 1];
    yield [1000, 10, 1000];
    for (const bad of [-1, -7]) yield [bad, 2, 2];
    for (const bad of [0, -3]) {
      yield [3, bad, 2];
      yield [3, 2, bad];
      yield [0, bad, 1];
    }
  },
  oracle: (days, people, maxRun) => {
    if (days < 0 || people < 1 || maxRun < 1) throw new RangeError('out of range');
    return days < 10 ? BigInt(rosters(days, people, maxRun).length) : closedForm(days, people, maxRun);
  },
  reference: `
export function countRosters(days: number, people: number, maxRun: number): bigint {
  if (days < 0 || people < 1 || maxRun < 1) throw new RangeError('out of range');
  if (days === 0) return 1n;
  // runs.get(r): the rosters whose last run has r days.
  let runs = new Map([[1, BigInt(people)]]);
  for (let day = 2; day <= days; day++) {
    const next = new Map([[1, 0n]]);
    for (const [run, count] of runs) {
      next.set(1, next.get(1)! + count * BigInt(people - 1));
      if (run < maxRun) next.set(run + 1, count);
    }
    runs = next;
  }
  return [...runs.values()].reduce((sum, count) => sum + count, 0n);
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'counts by the length of the last run' },
    'solve-1': { truth: 'wrong', defect: 'precision', note: 'calculates with doubles and converts at the end' },
    'solve-2': { truth: 'right', note: 'memoised recursion' },
    'solve-3': { truth: 'wrong', defect: 'empty-input', note: 'for no days it counts one roster for each person' },
    'solve-4': { truth: 'wrong', defect: 'wrong-entry-point', note: 'exports countRoster' },
    'roundtrip-0': { truth: 'right', note: 'by the length of the last run, over prefixes' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-1'], note: 'no exact count above what a double holds' },
    'tests-1': { truth: 'right', letsThrough: ['solve-1', 'solve-3'], note: 'small examples, never without days' },
  },
};
