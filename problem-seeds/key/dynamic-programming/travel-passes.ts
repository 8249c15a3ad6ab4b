import type { Key } from '../key.ts';

interface Pass {
  days: number;
  cents: number;
}

type Args = [travelDays: number[], passes: Pass[]];

const offers: readonly Pass[][] = [
  [{ days: 1, cents: 3 }],
  [{ days: 2, cents: 5 }],
  [
    { days: 1, cents: 3 },
    { days: 3, cents: 5 },
  ],
  [
    { days: 4, cents: 7 },
    { days: 1, cents: 2 },
    { days: 2, cents: 3 },
  ],
  [
    { days: 1, cents: 3 },
    { days: 2, cents: 1 },
  ],
  [{ days: 3, cents: 0 }],
];

export const key: Key<Args> = {
  seed: 'dynamic-programming/travel-passes',
  *cases() {
    for (const passes of offers) {
      // Every set of days from -2 to 4.
      for (let bits = 0; bits < 128; bits++) {
        yield [[-2, -1, 0, 1, 2, 3, 4].filter((_day, index) => (bits >> index) & 1), passes];
      }
      yield [[3, 1, 3, 2, 1, 1], passes];
      yield [[10, 9, 8, 100, 9], passes];
      yield [[-1000, 1000, 999], passes];
    }
  },
  oracle: (travelDays, passes) => {
    // Breadth over all purchases: the least cost for each set of days that is still to be covered.
    const all = [...new Set(travelDays)].sort((a, b) => b - a);
    const costs = new Map<string, number>();
    const rest = (open: readonly number[]): number => {
      if (open.length === 0) return 0;
      const id = open.join();
      const known = costs.get(id);
      if (known !== undefined) return known;
      // The last open day is covered by some pass, bought on any day that makes it reach.
      const last = open[0] ?? 0;
      let least = Infinity;
      for (const { days, cents } of passes) {
        for (let bought = last - days + 1; bought <= last; bought++) {
          const left = open.filter((day) => day < bought || day >= bought + days);
          least = Math.min(least, cents + rest(left));
        }
      }
      costs.set(id, least);
      return least;
    };
    return rest(all);
  },
  reference: `
export interface Pass {
  days: number;
  cents: number;
}

export function cheapestCover(travelDays: readonly number[], passes: readonly Pass[]): number {
  const memo = new Map<number, number>();
  const costFrom = (today: number): number => {
    const next = Math.min(...travelDays.filter((day) => day >= today));
    if (next === Infinity) return 0;
    const known = memo.get(next);
    if (known !== undefined) return known;
    const cost = Math.min(...passes.map((pass) => pass.cents + costFrom(next + pass.days)));
    memo.set(next, cost);
    return cost;
  };
  return costFrom(-Infinity);
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'table from the last day' },
    'solve-1': { truth: 'right', note: 'forward over the last covered day' },
    'solve-2': {
      truth: 'wrong',
      defect: 'ill-typed',
      note: 'behaves rightly; two values may be undefined for the compiler',
    },
    'solve-3': { truth: 'wrong', defect: 'off-by-one', note: 'a pass covers one day too many' },
    'solve-4': { truth: 'wrong', defect: 'negative', note: 'days before day 1 cost nothing' },
    'roundtrip-0': { truth: 'right', note: 'a pointer for each pass' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'examples and plain recursion' },
    'tests-1': {
      truth: 'wrong',
      defect: 'beyond-statement',
      note: 'triples fractional prices, which the statement excludes, and compares sums of doubles exactly',
    },
  },
};
