import type { Key } from '../key.ts';

interface Item {
  label: string;
  id: number;
}

const LABELS = ['', '1', '01', '10', '9', 'a', 'a1', 'a01', 'a10', 'B2', 'b2', 'a1b', '1a', '١'];
const BIG = [
  'v9007199254740993',
  'v9007199254740992',
  'v0009007199254740993',
  'v9',
  `v${'9'.repeat(320)}`,
  `v${'9'.repeat(319)}8`,
];

const isDigit = (character: string): boolean => '0123456789'.includes(character);

/** Cuts one chunk off the front; the chunk is empty at the end of the label. */
function cut(label: string): [chunk: string, rest: string] {
  let end = 0;
  while (end < label.length && isDigit(label.charAt(end)) === isDigit(label.charAt(0))) end += 1;
  return [label.slice(0, end), label.slice(end)];
}

function precedes(a: string, b: string): boolean {
  if (a === '' || b === '') return b !== '';
  const [x, restOfA] = cut(a);
  const [y, restOfB] = cut(b);
  if (isDigit(x.charAt(0)) && isDigit(y.charAt(0))) {
    return BigInt(x) === BigInt(y) ? precedes(restOfA, restOfB) : BigInt(x) < BigInt(y);
  }
  if (isDigit(x.charAt(0)) || isDigit(y.charAt(0))) return isDigit(x.charAt(0));
  return x === y ? precedes(restOfA, restOfB) : x < y;
}

const items = (labels: readonly string[]): Item[] => labels.map((label, id) => ({ label, id }));

export const key: Key<[Item[]]> = {
  seed: 'strings/natural-order',
  *cases() {
    yield [[]];
    for (const a of LABELS) {
      for (const b of LABELS) {
        yield [items([a, b])];
        for (const c of ['1', 'a', 'a01']) yield [items([a, c, b])];
      }
    }
    for (const a of BIG) for (const b of BIG) yield [items([a, b])];
    yield [items(['build 10', 'build 9', 'Build 11', 'build'])];
    yield [items(LABELS)];
    yield [items(LABELS.toReversed())];
    yield [items(['x007', 'x7', 'x07', 'x6', 'x7', 'x0', 'x', 'x00a', 'x0a', 'x0b'])];
  },
  oracle(given) {
    // Insertion: each item goes right after the last one that it does not precede.
    const sorted: Item[] = [];
    for (const item of given) {
      let at = sorted.length;
      while (at > 0 && precedes(item.label, sorted[at - 1]?.label ?? '')) at -= 1;
      sorted.splice(at, 0, item);
    }
    return sorted;
  },
  reference: `
function compare(a: string, b: string): number {
  const left = a.match(/[0-9]+|[^0-9]+/g) ?? [];
  const right = b.match(/[0-9]+|[^0-9]+/g) ?? [];
  for (const [i, x] of left.entries()) {
    const y = right[i];
    if (y === undefined) return 1;
    const digits = [x, y].map((chunk) => /^[0-9]/.test(chunk));
    if (digits[0] !== digits[1]) return digits[0] ? -1 : 1;
    const [p, q] = digits[0] ? [BigInt(x), BigInt(y)] : [x, y];
    if (p !== q) return p < q ? -1 : 1;
  }
  return left.length - right.length;
}
export function sortByLabel<T extends { label: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => compare(a.label, b.label));
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'big integers, decorated before sorting' },
    'solve-1': { truth: 'right', note: 'two cursors, digit runs compared by length and then as text' },
    'solve-2': { truth: 'wrong', defect: 'precision', note: 'compares long digit runs as doubles' },
    'solve-3': { truth: 'right', note: 'near-duplicate of solve-0' },
    'solve-4': { truth: 'wrong', defect: 'mutated-input', note: 'sorts in place, and in the order of a locale' },
    'roundtrip-0': { truth: 'right', note: 'pads the digit runs' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'long numbers, ties and the untouched argument' },
    'tests-1': {
      truth: 'wrong',
      defect: 'beyond-statement',
      note: 'wants fewer leading zeros first, where the statement keeps the given order',
    },
  },
};
