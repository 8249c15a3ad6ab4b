import type { Key, SolutionModule } from '../key.ts';

type Args = [number[], { maxCount: number; maxWeight: number }];
interface Item {
  readonly id: number;
  readonly weight: number;
}
type Outcome =
  | 'RangeError'
  | { readonly batches: number[][]; readonly weighed: number[]; readonly tookNoMore: boolean };
type WeightBatches = (items: Iterable<Item>, weigh: (item: Item) => number, limits: Args[1]) => Iterable<Item[]>;

function* listsUpTo(length: number, values: readonly number[]): Generator<number[]> {
  yield [];
  if (length === 0) return;
  for (const first of values) for (const rest of listsUpTo(length - 1, values)) yield [first, ...rest];
}

function* cases(): Generator<Args> {
  for (const weights of listsUpTo(5, [0, 1, 2, 3])) {
    yield [weights, { maxCount: 2, maxWeight: 2 }];
    yield [weights, { maxCount: 3, maxWeight: 4 }];
  }
  yield [[0, 1, 0], { maxCount: 1, maxWeight: 0 }];
  for (const maxCount of [0, -1, 1.5, Number.NaN]) yield [[1], { maxCount, maxWeight: 5 }];
  yield [[1], { maxCount: 1, maxWeight: -1 }];
}

/** Where a batch ends: found from the longest run that keeps both limits, or a single item. */
function oracle(weights: number[], { maxCount, maxWeight }: Args[1]): Outcome {
  if (!Number.isInteger(maxCount) || maxCount < 1 || maxWeight < 0) return 'RangeError';
  const ids = weights.map((_, id) => id);
  const batches: number[][] = [];
  let start = 0;
  while (start < ids.length) {
    let end = start + 1;
    for (let candidate = ids.length; candidate > end; candidate--) {
      const total = weights.slice(start, candidate).reduce((sum, weight) => sum + weight, 0);
      if (candidate - start <= maxCount && total <= maxWeight) end = candidate;
    }
    batches.push(ids.slice(start, end));
    start = end;
  }
  return { batches, weighed: ids, tookNoMore: true };
}

function run(module: SolutionModule, [weights, limits]: Args): Outcome {
  const weighed: number[] = [];
  let taken = 0;
  let tookNoMore = true;
  function* items(): Generator<Item> {
    for (const [id, weight] of weights.entries()) {
      taken += 1;
      yield { id, weight };
    }
  }
  const weigh = (item: Item): number => {
    weighed.push(item.id);
    return item.weight;
  };
  const batches: Item[][] = [];
  try {
    for (const batch of (module['weightBatches'] as WeightBatches)(items(), weigh, limits)) {
      const mayHaveTaken = (batch.at(-1)?.id ?? 0) + (batch.length === limits.maxCount ? 1 : 2);
      if (taken > mayHaveTaken) tookNoMore = false;
      batches.push(batch);
    }
  } catch (error) {
    if (error instanceof RangeError) return 'RangeError';
    throw error;
  }
  return { batches: batches.map((batch) => batch.map((item) => item.id)), weighed, tookNoMore };
}

export const key: Key<Args> = {
  seed: 'iterators/weight-batches',
  cases,
  oracle,
  run,
  reference: `
export interface BatchLimits {
  readonly maxCount: number;
  readonly maxWeight: number;
}

export function* weightBatches<T>(
  items: Iterable<T>,
  weigh: (item: T) => number,
  limits: BatchLimits,
): Generator<T[], void, undefined> {
  if (!Number.isInteger(limits.maxCount) || limits.maxCount < 1) throw new RangeError('maxCount');
  if (limits.maxWeight < 0) throw new RangeError('maxWeight');
  let batch: T[] = [];
  let room = limits.maxWeight;
  for (const item of items) {
    const weight = weigh(item);
    if (batch.length > 0 && weight > room) {
      yield batch;
      batch = [];
      room = limits.maxWeight;
    }
    batch.push(item);
    room -= weight;
    if (batch.length === limits.maxCount) {
      yield batch;
      batch = [];
      room = limits.maxWeight;
    }
  }
  if (batch.length > 0) yield batch;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'one pass, fresh arrays' },
    'solve-1': { truth: 'wrong', defect: 'state', note: 'yields one array over and over and clears it' },
    'solve-2': { truth: 'right', note: 'drives the iterator by hand and carries the opener over' },
    'solve-3': {
      truth: 'wrong',
      defect: 'never-ends',
      note: 'an item that is too heavy never fits, without a yield in between',
    },
    'solve-4': { truth: 'wrong', defect: 'hallucinated-api', note: 'arrays have no chunkWhile' },
    'roundtrip-0': { truth: 'right', note: 'a small class for the current batch' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'limits, greed, laziness, ownership' },
    'tests-1': {
      truth: 'wrong',
      defect: 'wrong-expectation',
      note: 'lets a weightless item join one that is too heavy',
    },
  },
};
