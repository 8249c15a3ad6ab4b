import type { Key } from '../key.ts';

const ITEMS = [
  ...['1', '3', '0', '11', '2-4', '4-2', '3-', '-2', '9-', '-9', '9-3', '9-7', '0-2', '2-0', '0-', '-0', '5 - 5'],
  ...['-', '', 'x', '1 2', ' 2 -  3 ', '2--3', '- 1', '10-12', '1-99999999999999999999', '1-2-3', '1.5'],
];

/** Reads one item by its parts; the error is a value here. */
function bounds(item: string): { from: number; to: number; countdown: boolean } | undefined {
  const parts = item.split('-').map((part) => part.replace(/^ +| +$/g, ''));
  if (parts.length > 2 || parts.some((part) => /[^0-9]/.test(part)) || parts.every((part) => part === ''))
    return undefined;
  const [left = '', right] = parts;
  if (right === undefined) return { from: Number(left), to: Number(left), countdown: false };
  if (left === '') return { from: 1, to: Number(right), countdown: false };
  if (right === '') return { from: Number(left), to: Infinity, countdown: false };
  return { from: Number(left), to: Number(right), countdown: Number(left) > Number(right) };
}

function oracle(spec: string, pageCount: number): unknown {
  const out: number[] = [];
  for (const item of /^ *$/.test(spec) ? ['1-'] : spec.split(',')) {
    const range = bounds(item);
    if (range === undefined) return { throws: 'SyntaxError' };
    const low = range.countdown ? range.to : range.from;
    const high = range.countdown ? range.from : range.to;
    for (let step = 1; step <= pageCount; step++) {
      const page = range.countdown ? pageCount + 1 - step : step;
      if (page >= low && page <= high && out.indexOf(page) < 0) out.push(page);
    }
  }
  return out;
}

export const key: Key<[string, number]> = {
  seed: 'parsing/page-ranges',
  *cases() {
    for (const pageCount of [0, 4, 12]) {
      for (const spec of ['', '   ', '1,2,1', '4-2,1-4,3', '3,1-,,', '10,9,2,1', '2,1,2,1', '1-2,4,1-5'])
        yield [spec, pageCount];
      for (const first of ITEMS) {
        yield [first, pageCount];
        for (const second of ITEMS) yield [`${first},${second}`, pageCount];
      }
    }
  },
  oracle,
  run: (module, [spec, pageCount]) => {
    try {
      return module['selectPages'](spec, pageCount);
    } catch (error) {
      return { throws: (error as Error).name };
    }
  },
  reference: `
export function selectPages(spec: string, pageCount: number): number[] {
  const all = Array.from({ length: pageCount }, (_, index) => index + 1);
  if (spec.trim() === '') return all;
  const pages = new Set<number>();
  for (const item of spec.split(',')) {
    const match = /^ *(?:(\\d+)|(\\d+) *- *(\\d+)|(\\d+) *-|- *(\\d+)) *$/.exec(item);
    if (match === null) throw new SyntaxError('not a page or a range: ' + item);
    const [, single, from, to, after, before] = match;
    const low = Number(single ?? from ?? after ?? 1);
    const high = Number(single ?? to ?? before ?? Infinity);
    const inside = all.filter((page) => page >= Math.min(low, high) && page <= Math.max(low, high));
    if (before !== undefined && high === 0) continue;
    for (const page of low > high ? inside.toReversed() : inside) pages.add(page);
  }
  return [...pages];
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a regular expression an item, clipped ranges, a Set' },
    'solve-1': { truth: 'right', note: 'a hand-written scanner and a flag a page' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names' },
    'solve-3': {
      truth: 'wrong',
      defect: 'misread',
      note: 'turns a range written backwards round instead of counting down',
    },
    'solve-4': { truth: 'wrong', defect: 'duplicates', note: 'removes only repeats that stand next to each other' },
    'roundtrip-0': { truth: 'right', note: 'filters the list of all pages for each item' },
  },
  suites: {
    'tests-0': {
      truth: 'right',
      letsThrough: [],
      note: 'examples, errors, and a brute-force reading of structured items',
    },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-3', 'solve-4'],
      note: 'no descending range, and only neighbouring repeats',
    },
  },
};
