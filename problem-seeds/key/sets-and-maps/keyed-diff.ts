import type { Key } from '../key.ts';

type Row = Record<string, string | number | boolean | null>;
type Args = [Row[], Row[], string];

/** Every pair of lists of up to two rows, from rows with equal, textual and missing keys and with fields that come and go. */
function* cases(): Generator<Args> {
  const rows: Row[] = [
    { id: 1 },
    { id: '1', a: null },
    { id: 1, a: 'x', B: 0 },
    { id: 1, B: 0, a: 'y' },
    { id: null, a: 'x' },
    { id: 2, a: 1, B: '0' },
    { a: 'x' },
  ];
  const lists: Row[][] = [[], ...rows.map((row) => [row]), ...rows.flatMap((a) => rows.slice(0, 6).map((b) => [a, b]))];
  for (const before of lists) for (const after of lists) yield [before, after, 'id'];
  yield [[{ id: 1, Zip: 'x', age: 3, _: true }], [{ id: 1, ñ: 1, n: 1, o: 1 }], 'id'];
  yield [[{ k: false }, { k: 0 }, { k: '' }], [{ k: '' }, { k: null, v: 1 }, { k: false, v: null }], 'k'];
  yield [[{ id: 3 }, { id: 1 }, { id: 2 }, { id: 10 }], [{ id: 5 }, { id: 2 }, { id: 4 }], 'id'];
  yield [[{ id: 1 }], [], 'toString'];
  yield [[{ id: 1, toString: 'a' }], [{ id: 1 }], 'id'];
}

const has = (row: Row, name: string): boolean => Object.keys(row).includes(name);

/** Pairs of rows, compared one with another. */
function pairwise(before: Row[], after: Row[], key: string): unknown {
  for (const list of [before, after]) {
    list.forEach((row, index) => {
      if (!has(row, key) || list.slice(0, index).some((other) => other[key] === row[key])) throw new Error();
    });
  }
  const without = (list: Row[], others: Row[]): Row[] =>
    list.filter((row) => others.every((other) => other[key] !== row[key]));
  const changed: { id: unknown; fields: string[] }[] = [];
  for (const row of after) {
    for (const old of before) {
      if (old[key] !== row[key]) continue;
      const lost = Object.keys(old).filter((name) => !has(row, name));
      const other = Object.keys(row).filter((name) => !has(old, name) || old[name] !== row[name]);
      const fields = [...lost, ...other].toSorted((a, b) => (a < b ? -1 : 1));
      if (fields.length > 0) changed.push({ id: row[key], fields });
    }
  }
  return { added: without(after, before), removed: without(before, after), changed };
}

export const key: Key<Args> = {
  seed: 'sets-and-maps/keyed-diff',
  cases,
  oracle: pairwise,
  reference: `
export type Value = string | number | boolean | null;

export type Row = Record<string, Value>;

export interface RowChange {
  id: Value;
  fields: string[];
}

export interface RowDiff {
  added: Row[];
  removed: Row[];
  changed: RowChange[];
}

function byKey(rows: Row[], key: string): Map<Value, Row> {
  const map = new Map<Value, Row>();
  for (const row of rows) {
    const id = row[key];
    if (!Object.hasOwn(row, key) || id === undefined) throw new Error('no key');
    if (map.has(id)) throw new Error('key twice');
    map.set(id, row);
  }
  return map;
}

export function diffRows(before: Row[], after: Row[], key: string): RowDiff {
  const olds = byKey(before, key);
  const news = byKey(after, key);
  const diff: RowDiff = { added: [], removed: [], changed: [] };
  for (const [id, row] of olds) if (!news.has(id)) diff.removed.push(row);
  for (const [id, row] of news) {
    const old = olds.get(id);
    if (old === undefined) {
      diff.added.push(row);
      continue;
    }
    const fields = Object.keys({ ...old, ...row })
      .filter((name) => Object.hasOwn(old, name) !== Object.hasOwn(row, name) || old[name] !== row[name])
      .sort();
    if (fields.length > 0) diff.changed.push({ id, fields });
  }
  return diff;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Two Maps built with the checks.' },
    'solve-1': { truth: 'right', note: 'Old rows count as removed until claimed.' },
    'solve-2': {
      truth: 'wrong',
      defect: 'duplicates',
      note: 'Keys become strings, so that 1 and "1" are taken for duplicates of each other.',
    },
    'solve-3': { truth: 'right', note: 'Near-duplicate of solve-0 with other names.' },
    'solve-4': { truth: 'wrong', defect: 'hallucinated-api', note: 'There is no Map.keyBy.' },
    'roundtrip-0': {
      truth: 'wrong',
      defect: 'unicode',
      note: 'Sorts by locale, as the description says no more than "alphabetically".',
    },
    'roundtrip-1': { truth: 'right', note: 'Searches row by row; quadratic.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'Key types, lost fields, symmetry.' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-2', 'roundtrip-0'],
      note: 'All keys are strings and all field names lower-case.',
    },
  },
};
