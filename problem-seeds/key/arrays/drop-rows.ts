import type { Key } from '../key.ts';

const table = (length: number): string[] => Array.from({ length }, (_, index) => `r${index}`);

/** Every selection of up to three indices in tables of up to four rows, at every drop position; then longer tables and errors. */
function* cases(): Generator<[string[], number[], number]> {
  for (let length = 0; length <= 4; length++) {
    let selections: number[][] = [[]];
    for (let size = 0; size <= 3; size++) {
      for (const selected of selections) {
        for (let dropAt = 0; dropAt <= length; dropAt++) yield [table(length), selected, dropAt];
      }
      selections = selections.flatMap((selected) => Array.from({ length }, (_, index) => [...selected, index]));
    }
  }
  for (const dropAt of [0, 3, 10, 12]) {
    yield [table(12), [10, 9, 2], dropAt];
    yield [table(12), [11, 1, 10, 1], dropAt];
  }
  for (const bad of [-1, 3, 0.5, NaN, Infinity]) yield [table(3), [bad], 0];
  for (const bad of [-1, 4, 0.5, NaN, Infinity]) yield [table(3), [1], bad];
}

/** Sorts the rows by the pair (side of the drop, index), where selected rows stand on the line itself. */
function bySides(rows: string[], selected: number[], dropAt: number): unknown {
  const inside = (value: number, limit: number): boolean => Number.isInteger(value) && value >= 0 && value <= limit;
  if (!inside(dropAt, rows.length)) throw new RangeError();
  if (!selected.every((index) => inside(index, rows.length - 1))) throw new RangeError();
  const side = (index: number): number => (selected.includes(index) ? 0 : index < dropAt ? -1 : 1);
  const order = rows.map((_, index) => index);
  order.sort((a, b) => side(a) - side(b) || a - b);
  return order.map((index) => rows[index]);
}

export const key: Key<[string[], number[], number]> = {
  seed: 'arrays/drop-rows',
  cases,
  oracle: bySides,
  reference: `
export function moveRows<T>(rows: T[], selected: number[], dropAt: number): T[] {
  const inside = (value: number, limit: number): boolean => Number.isInteger(value) && value >= 0 && value <= limit;
  if (!inside(dropAt, rows.length)) throw new RangeError('dropAt');
  if (!selected.every((index) => inside(index, rows.length - 1))) throw new RangeError('selected');
  const chosen = new Set(selected);
  const block = rows.filter((_, index) => chosen.has(index));
  const kept = (from: number, to: number): T[] => rows.slice(from, to).filter((_, offset) => !chosen.has(from + offset));
  return [...kept(0, dropAt), ...block, ...kept(dropAt, rows.length)];
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Three filters.' },
    'solve-1': { truth: 'right', note: 'Takes the rows out from the back and corrects the target.' },
    'solve-2': { truth: 'wrong', defect: 'unstable-sort', note: 'Default sort puts 10 in front of 9.' },
    'solve-3': { truth: 'wrong', defect: 'mutated-input', note: 'Sorts `selected` in place; otherwise right.' },
    'solve-4': { truth: 'wrong', defect: 'misread', note: 'Takes the drop position as one in the rows that remain.' },
    'roundtrip-0': {
      truth: 'wrong',
      defect: 'misread',
      note: 'The description does not say that positions are original ones.',
    },
    'roundtrip-1': { truth: 'wrong', defect: 'misread', note: 'As roundtrip-0, the block walked into place.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2'], note: 'Strong, but no table has more than ten rows.' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-2', 'solve-3'],
      note: 'Examples; only `rows` is checked for changes.',
    },
  },
};
