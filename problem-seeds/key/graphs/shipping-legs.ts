import type { Key } from '../key.ts';

interface Leg {
  from: string;
  to: string;
  cents: number;
}

type Args = [legs: Leg[], from: string, to: string, maxLegs: number];

/** Legs between A, B and C in a fixed order, each absent or at one of two prices. */
function* networks(): Generator<Leg[]> {
  const pairs: [string, string][] = [
    ['A', 'B'],
    ['B', 'C'],
    ['A', 'C'],
    ['C', 'A'],
  ];
  for (let code = 0; code < 3 ** pairs.length; code++) {
    yield pairs.flatMap(([from, to], index) => {
      const price = Math.floor(code / 3 ** index) % 3;
      return price === 0 ? [] : [{ from, to, cents: price === 1 ? 1 : 2 }];
    });
  }
}

export const key: Key<Args> = {
  seed: 'graphs/shipping-legs',
  *cases() {
    for (const legs of networks()) {
      for (let maxLegs = 0; maxLegs <= 3; maxLegs++) {
        yield [legs, 'A', 'C', maxLegs];
        yield [legs.toReversed(), 'A', 'C', maxLegs];
        yield [legs, 'B', 'A', maxLegs];
      }
    }
    const detour: Leg[] = [
      { from: 'A', to: 'X', cents: 1 },
      { from: 'X', to: 'M', cents: 1 },
      { from: 'A', to: 'M', cents: 10 },
      { from: 'M', to: 'M', cents: 0 },
      { from: 'M', to: 'Z', cents: 1 },
      { from: 'M', to: 'Z', cents: 3 },
    ];
    for (let maxLegs = 0; maxLegs <= 6; maxLegs++) {
      yield [detour, 'A', 'Z', maxLegs];
      yield [detour.toReversed(), 'A', 'Z', maxLegs];
      yield [detour, 'M', 'M', maxLegs];
      yield [detour, 'A', 'unknown', maxLegs];
      yield [[], 'A', 'B', maxLegs];
      yield [[], 'A', 'A', maxLegs];
    }
    yield [
      [
        { from: 'A', to: 'B', cents: 0 },
        { from: 'B', to: 'C', cents: 0 },
        { from: 'A', to: 'C', cents: 0 },
      ],
      'A',
      'C',
      5,
    ];
    yield [[{ from: 'A', to: 'B', cents: 1 }], 'A', 'B', 1000];
  },
  oracle: (legs, from, to, maxLegs) => {
    // Every walk without a repeated depot, since prices are not negative and fewer legs are better.
    let best: { cents: number; legs: number } | undefined;
    const walk = (path: readonly string[], cents: number): void => {
      const at = path.at(-1);
      const used = path.length - 1;
      if (at === to && (!best || cents < best.cents || (cents === best.cents && used < best.legs))) {
        best = { cents, legs: used };
      }
      if (used === maxLegs) return;
      for (const leg of legs) {
        if (leg.from === at && !path.includes(leg.to)) walk([...path, leg.to], cents + leg.cents);
      }
    };
    walk([from], 0);
    return best;
  },
  reference: `
export interface Leg {
  from: string;
  to: string;
  cents: number;
}

export interface Quote {
  cents: number;
  legs: number;
}

export function cheapestQuote(legs: readonly Leg[], from: string, to: string, maxLegs: number): Quote | undefined {
  if (from === to) return { cents: 0, legs: 0 };
  if (maxLegs === 0) return undefined;
  let best: Quote | undefined;
  let exact = new Map<string, number>([[from, 0]]);
  // No useful route visits a depot twice, so there is no point in more rounds than legs.
  for (let used = 1; used <= Math.min(maxLegs, legs.length); used++) {
    const next = new Map<string, number>();
    for (const leg of legs) {
      const total = (exact.get(leg.from) ?? Infinity) + leg.cents;
      if (total < (next.get(leg.to) ?? Infinity)) next.set(leg.to, total);
    }
    exact = next;
    const cents = exact.get(to);
    if (cents !== undefined && (!best || cents < best.cents)) best = { cents, legs: used };
  }
  return best;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Bellman-Ford in rounds with a copied table' },
    'solve-1': { truth: 'right', note: 'Dijkstra over depot and legs' },
    'solve-2': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'relaxes in place, so that a round chains several legs and the limit is exceeded',
    },
    'solve-3': {
      truth: 'wrong',
      defect: 'off-by-one',
      note: 'takes the limit of legs for one of handovers: one leg too many',
    },
    'solve-4': { truth: 'wrong', defect: 'truncated', note: 'cut off inside the loop' },
    'roundtrip-0': { truth: 'right', note: 'layers of exactly so many legs' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'brute force over all walks' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-2'],
      note: 'legs stand in an order in which relaxing in place is harmless',
    },
  },
};
