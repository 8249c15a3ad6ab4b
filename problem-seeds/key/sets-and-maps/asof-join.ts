import type { Key } from '../key.ts';

interface Trade {
  symbol: string;
  time: number;
  quantity: number;
}

interface Quote {
  symbol: string;
  time: number;
  price: number;
}

type Args = [Trade[], Quote[], number?];

/** Every list of up to two quotes of two symbols at three times, against trades at all times and maximal ages; ties of three. */
function* cases(): Generator<Args> {
  const places = ['X', 'Y'].flatMap((symbol) => [-1, 0, 2].map((time) => ({ symbol, time })));
  const trades = [3, 0, -1, -2].flatMap((time) => [{ symbol: 'X', time, quantity: time + 5 }]);
  const lists: Quote[][] = [
    [],
    ...places.map((place) => [{ ...place, price: 0 }]),
    ...places.flatMap((a) =>
      places.map((b) => [
        { ...a, price: 7 },
        { ...b, price: -1 },
      ]),
    ),
  ];
  for (const quotes of lists) {
    yield [trades, quotes];
    for (const maxAge of [0, 1, 2]) yield [trades, quotes, maxAge];
    for (const trade of trades) yield [[trade, { ...trade, symbol: 'Y', quantity: 1 }], quotes, 1];
  }
  const sameTime = [4, 2, 9].map((price) => ({ symbol: 'X', time: 0, price }));
  for (const quotes of [sameTime, sameTime.toReversed(), [...sameTime, { symbol: 'X', time: -1, price: 1 }]]) {
    yield [trades, quotes];
    yield [[{ symbol: 'constructor', time: 4, quantity: 1 }, ...trades], quotes, 3];
  }
  yield [[], sameTime];
}

/** Walks back in time, moment by moment, and through the list from its end. */
function byMoment(trades: Trade[], quotes: Quote[], maxAge?: number): unknown {
  const oldest = Math.min(0, ...quotes.map((quote) => quote.time));
  return trades.map((trade) => {
    for (let time = trade.time; time >= oldest; time--) {
      for (const quote of quotes.toReversed()) {
        if (quote.symbol !== trade.symbol || quote.time !== time) continue;
        const age = trade.time - time;
        if (maxAge !== undefined && age > maxAge) return { ...trade, price: null, age: null };
        return { ...trade, price: quote.price, age };
      }
    }
    return { ...trade, price: null, age: null };
  });
}

export const key: Key<Args> = {
  seed: 'sets-and-maps/asof-join',
  cases,
  oracle: byMoment,
  reference: `
export interface Trade {
  symbol: string;
  time: number;
  quantity: number;
}

export interface Quote {
  symbol: string;
  time: number;
  price: number;
}

export interface PricedTrade extends Trade {
  price: number | null;
  age: number | null;
}

export function priceTrades(trades: Trade[], quotes: Quote[], maxAge: number = Infinity): PricedTrade[] {
  return trades.map((trade) => {
    let best: Quote | undefined;
    for (const quote of quotes) {
      const isEligible = quote.symbol === trade.symbol && quote.time <= trade.time;
      if (isEligible && (best === undefined || quote.time >= best.time)) best = quote;
    }
    if (best === undefined || trade.time - best.time > maxAge) return { ...trade, price: null, age: null };
    return { ...trade, price: best.price, age: trade.time - best.time };
  });
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Sorted groups and an upper bound.' },
    'solve-1': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'On the time line a trade comes before a quote of the same time.',
    },
    'solve-2': { truth: 'right', note: 'Nested loops; quadratic.' },
    'solve-3': { truth: 'wrong', defect: 'duplicates', note: 'Of two quotes at one time the first applies.' },
    'solve-4': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'A price of 0 becomes null, and a maximal age of 0 no limit.',
    },
    'roundtrip-0': { truth: 'right', note: 'Sorted groups and findLast.' },
  },
  suites: {
    'tests-0': {
      truth: 'wrong',
      defect: 'wrong-expectation',
      note: 'Says that the order of the quotes does not matter, which is false for quotes at one time.',
    },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-3', 'solve-4'],
      note: 'No two quotes at one time, no price or maximal age of 0.',
    },
  },
};
