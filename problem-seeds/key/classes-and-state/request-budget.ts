import type { Key, SolutionModule } from '../key.ts';

/** The units, the window, and the requests: the time since the one before, and the cost. */
type Args = [number, number, [number, number][]];
interface Outcome {
  /** For each request: what was left before it, when costs 0 to units + 1 could be spent, and whether it was let through. */
  readonly requests: readonly [number, number[], boolean][];
  /** What is left at each millisecond afterwards, to the end of the last window. */
  readonly after: readonly number[];
}
interface Budget {
  spend(at: number, cost: number): boolean;
  left(at: number): number;
  retryAt(at: number, cost: number): number;
}

function* requestsUpTo(
  length: number,
  gaps: readonly number[],
  costs: readonly number[],
): Generator<[number, number][]> {
  yield [];
  if (length === 0) return;
  for (const gap of gaps) {
    for (const cost of costs) {
      for (const rest of requestsUpTo(length - 1, gaps, costs)) yield [[gap, cost], ...rest];
    }
  }
}

function* cases(): Generator<Args> {
  for (const requests of requestsUpTo(3, [0, 1, 3, 4], [0, 1, 3])) yield [3, 4, requests];
  for (const requests of requestsUpTo(3, [0, 1, 2], [1, 2])) yield [2, 1, requests];
  for (const requests of requestsUpTo(4, [0, 2], [1, 2])) yield [4, 3, requests];
  yield [
    100,
    60_000,
    [
      [5, 60],
      [30_000, 40],
      [29_999, 1],
      [1, 60],
      [0, 1],
    ],
  ];
}

const costsOf = (units: number): number[] =>
  units > 10 ? [0, 1, 50, 101] : Array.from({ length: units + 2 }, (_, cost) => cost);
const ticksOf = (windowMs: number): number[] =>
  windowMs > 10 ? [1, 30_000, 60_000] : Array.from({ length: windowMs + 1 }, (_, tick) => tick);

/** A ledger of what is used in each millisecond, filled in for the whole window at each spending. */
function oracle(units: number, windowMs: number, requests: [number, number][]): Outcome {
  const used = new Map<number, number>();
  const left = (at: number): number => units - (used.get(at) ?? 0);
  let now = 0;
  const seen = requests.map(([gap, cost]): [number, number[], boolean] => {
    now += gap;
    const retries = costsOf(units).map((wanted) => {
      for (let at = now; at <= now + windowMs; at++) if (left(at) >= wanted) return at;
      return Number.POSITIVE_INFINITY;
    });
    const before = left(now);
    const counted = before >= cost ? cost : 0;
    for (let at = now; at < now + windowMs; at++) used.set(at, (used.get(at) ?? 0) + counted);
    return [before, retries, before >= cost];
  });
  return { requests: seen, after: ticksOf(windowMs).map((tick) => left(now + tick)) };
}

function run(module: SolutionModule, [units, windowMs, requests]: Args): Outcome {
  const budget = new (module['RequestBudget'] as new (units: number, windowMs: number) => Budget)(units, windowMs);
  let now = 0;
  const seen = requests.map(([gap, cost]): [number, number[], boolean] => {
    now += gap;
    const retries = costsOf(units).map((wanted) => budget.retryAt(now, wanted));
    return [budget.left(now), retries, budget.spend(now, cost)];
  });
  return { requests: seen, after: ticksOf(windowMs).map((tick) => budget.left(now + tick)) };
}

export const key: Key<Args> = {
  seed: 'classes-and-state/request-budget',
  cases,
  oracle,
  run,
  reference: `
export class RequestBudget {
  readonly #units: number;
  readonly #windowMs: number;
  #spent: { readonly until: number; readonly cost: number }[] = [];

  constructor(units: number, windowMs: number) {
    this.#units = units;
    this.#windowMs = windowMs;
  }

  spend(at: number, cost: number): boolean {
    if (cost > this.left(at)) return false;
    this.#spent.push({ until: at + this.#windowMs, cost });
    return true;
  }

  left(at: number): number {
    this.#spent = this.#spent.filter(({ until }) => until > at);
    return this.#spent.reduce((free, { cost }) => free - cost, this.#units);
  }

  retryAt(at: number, cost: number): number {
    let free = this.left(at);
    let time = at;
    for (const spent of this.#spent) {
      if (cost <= free) break;
      free += spent.cost;
      time = spent.until;
    }
    return cost <= free ? time : Number.POSITIVE_INFINITY;
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a queue and a running sum' },
    'solve-1': { truth: 'right', note: 'running totals and binary search; forgets nothing' },
    'solve-2': { truth: 'wrong', defect: 'boundary', note: 'a cost counts one millisecond too long' },
    'solve-3': { truth: 'right', note: 'times of expiry, all of them looked at each time' },
    'solve-4': { truth: 'wrong', defect: 'wrong-language', note: 'Python' },
    'roundtrip-0': {
      truth: 'wrong',
      defect: 'off-by-one',
      note: 'retryAt gives the last millisecond that is still too early',
    },
    'roundtrip-1': { truth: 'right', note: 'goes from expiry to expiry' },
  },
  suites: {
    'tests-0': { truth: 'wrong', defect: 'beyond-statement', note: 'its property lets time go backwards' },
    'tests-1': {
      truth: 'right',
      letsThrough: [],
      note: 'edges of the window, and retryAt by trying every millisecond',
    },
  },
};
