import type { Key } from '../key.ts';

type Args = [heights: number[], pageHeight: number];

function* lists(length: number, max: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const head of lists(length - 1, max)) for (let last = 1; last <= max; last++) yield [...head, last];
}

/** All ways of writing `total` as an ordered sum of positive numbers. */
function* compositions(total: number): Generator<number[]> {
  if (total === 0) yield [];
  for (let first = total; first >= 1; first--) {
    for (const rest of compositions(total - first)) yield [first, ...rest];
  }
}

export const key: Key<Args> = {
  seed: 'dynamic-programming/page-breaks',
  *cases() {
    for (let length = 0; length <= 5; length++) {
      for (const heights of lists(length, 3)) {
        yield [heights, 3];
        yield [heights, 4];
        if (length < 5) yield [heights, 5];
      }
    }
    for (const heights of lists(3, 4)) yield [heights, 3];
    yield [[3, 2, 2, 5], 6];
    yield [[6, 3, 3, 3, 9], 9];
    yield [[4, 4, 3, 3, 3, 6], 10];
    yield [[2, 2, 2, 5, 5], 7];
    yield [[9, 1, 1, 8, 2, 5, 5, 1, 3, 7], 10];
    yield [[11, 1], 10];
    yield [[1], 1];
  },
  oracle: (heights, pageHeight) => {
    if (heights.some((height) => height > pageHeight)) throw new RangeError('too high');
    // Compositions come with the greater first parts first, so the first of the best ones is the one asked for.
    let best: { waste: number; counts: number[] } | undefined;
    for (const counts of compositions(heights.length)) {
      let at = 0;
      const free = counts.map((count) => {
        const page = heights.slice(at, at + count);
        at += count;
        return page.reduce((rest, height) => rest - height, pageHeight);
      });
      if (free.some((rest) => rest < 0)) continue;
      const waste = free.slice(0, -1).reduce((sum, rest) => sum + rest * rest, 0);
      if (best === undefined || waste < best.waste) best = { waste, counts };
    }
    return best?.counts;
  },
  reference: `
export function breakPages(heights: readonly number[], pageHeight: number): number[] {
  if (heights.some((height) => height > pageHeight)) throw new RangeError('A block is higher than a page');
  const best: { waste: number; counts: number[] }[] = [];
  best[heights.length] = { waste: 0, counts: [] };
  for (let first = heights.length - 1; first >= 0; first--) {
    let free = pageHeight;
    for (let next = first + 1; next <= heights.length; next++) {
      free -= heights[next - 1]!;
      if (free < 0) break;
      const rest = best[next]!;
      const waste = rest.waste + (next === heights.length ? 0 : free * free);
      if (waste <= (best[first]?.waste ?? Infinity)) best[first] = { waste, counts: [next - first, ...rest.counts] };
    }
  }
  return best[0]!.counts;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'table from the end' },
    'solve-1': { truth: 'right', note: 'memoised recursion with prefix sums' },
    'solve-2': { truth: 'wrong', defect: 'misread', note: 'fills pages greedily from the front' },
    'solve-3': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'counts the waste of the last page too, and breaks ties the other way',
    },
    'solve-4': { truth: 'wrong', defect: 'wrong-language', note: 'Python' },
    'roundtrip-0': { truth: 'wrong', defect: 'misread', note: 'least waste, but ties fall to fuller later pages' },
    'roundtrip-1': { truth: 'right', note: 'keeps the options of each suffix and compares them whole' },
  },
  suites: {
    'tests-0': { truth: 'wrong', defect: 'wrong-expectation', note: 'expects the wrong one of two equally good ways' },
    'tests-1': { truth: 'right', letsThrough: [], note: 'best of all ways' },
  },
};
