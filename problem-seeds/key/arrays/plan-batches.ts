import type { Key } from '../key.ts';

interface Limits {
  maxItems: number;
  maxBytes: number;
}

/** Every list of up to four sizes from a few interesting ones, under every pair of small limits, then bad limits. */
function* cases(): Generator<[number[], Limits]> {
  let lists: number[][] = [[]];
  for (let length = 0; length <= 4; length++) {
    for (const sizes of lists) {
      for (const maxItems of [1, 2, 3]) for (const maxBytes of [2, 5]) yield [sizes, { maxItems, maxBytes }];
    }
    lists = lists.flatMap((sizes) => [0, 2, 3, 6].map((size) => [...sizes, size]));
  }
  for (const bad of [0, -1, 1.5, NaN, Infinity]) {
    yield [[], { maxItems: bad, maxBytes: 1 }];
    yield [[1], { maxItems: 1, maxBytes: bad }];
  }
}

/** Among all ways to cut the list that respect the limits, the one whose batches are longest, first batch first. */
function longestFirst(sizes: number[], limits: Limits, from: number): unknown[] {
  if (from >= sizes.length) return [];
  for (let count = sizes.length - from; count >= 1; count--) {
    const bytes = sizes.slice(from, from + count).reduce((sum, size) => sum + size, 0);
    if (count > 1 && (count > limits.maxItems || bytes > limits.maxBytes)) continue;
    return [{ from, count, bytes }, ...longestFirst(sizes, limits, from + count)];
  }
  return [];
}

export const key: Key<[number[], Limits]> = {
  seed: 'arrays/plan-batches',
  cases,
  oracle: (sizes, limits) => {
    const bad = [limits.maxItems, limits.maxBytes].some((limit) => !(Number.isInteger(limit) && limit > 0));
    if (bad) throw new RangeError();
    return longestFirst(sizes, limits, 0);
  },
  reference: `
export interface Limits {
  maxItems: number;
  maxBytes: number;
}

export interface Batch {
  from: number;
  count: number;
  bytes: number;
}

export function planBatches(sizes: number[], limits: Limits): Batch[] {
  const { maxItems, maxBytes } = limits;
  if (!Number.isInteger(maxItems) || maxItems < 1) throw new RangeError('maxItems');
  if (!Number.isInteger(maxBytes) || maxBytes < 1) throw new RangeError('maxBytes');
  const batches: Batch[] = [];
  sizes.forEach((size, index) => {
    const open = batches[batches.length - 1];
    if (open === undefined || open.count === maxItems || open.bytes + size > maxBytes) {
      batches.push({ from: index, count: 1, bytes: size });
    } else {
      open.count += 1;
      open.bytes += size;
    }
  });
  return batches;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'One pass with the open batch.' },
    'solve-1': { truth: 'right', note: 'Prefix sums, and the furthest end from each start.' },
    'solve-2': { truth: 'right', note: 'Near-duplicate of solve-0 with other names.' },
    'solve-3': { truth: 'wrong', defect: 'boundary', note: 'Flushes an empty batch before an oversized first file.' },
    'solve-4': { truth: 'wrong', defect: 'never-ends', note: 'Never gets past an oversized file.' },
    'roundtrip-0': { truth: 'right', note: 'A reduce over the last batch.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'Examples, coverage and maximality.' },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'The assertion sits behind a condition that never holds.' },
  },
};
