import type { Key } from '../key.ts';

interface Edit {
  at: number;
  remove: number;
  insert: string[];
}

type Args = [string[], Edit[]];

const items = (length: number): string[] => Array.from({ length }, (_, index) => `i${index}`);

/** Every pair of edits of three items, some triples of edits, and edits that do not fit. */
function* cases(): Generator<Args> {
  for (let length = 0; length <= 3; length++) {
    yield [items(length), []];
    const single: Omit<Edit, 'insert'>[] = [];
    for (let at = 0; at <= length; at++)
      for (let remove = 0; at + remove <= length; remove++) single.push({ at, remove });
    for (const a of single) {
      for (const insert of [[], ['x'], ['x', 'y']]) yield [items(length), [{ ...a, insert }]];
      for (const b of single) {
        yield [
          items(length),
          [
            { ...a, insert: ['x'] },
            { ...b, insert: ['y', 'z'] },
          ],
        ];
        yield [
          items(length),
          [
            { ...a, insert: [] },
            { ...b, insert: ['y'] },
          ],
        ];
        for (const c of single) {
          yield [
            items(length),
            [
              { ...a, insert: ['x'] },
              { ...b, insert: ['y'] },
              { ...c, insert: ['z'] },
            ],
          ];
        }
      }
    }
  }
  for (const bad of [-1, 0.5, NaN, Infinity, 3]) {
    yield [items(2), [{ at: bad, remove: 0, insert: [] }]];
    yield [items(2), [{ at: 0, remove: bad, insert: [] }]];
  }
}

/** Tokens at half positions: an insertion at 2i, an item or its replacement at 2i + 1, and conflicts by comparing sets of positions. */
function byTokens(list: string[], edits: Edit[]): unknown {
  const natural = (value: number): boolean => Number.isInteger(value) && value >= 0;
  if (edits.some(({ at, remove }) => !natural(at) || !natural(remove) || at + remove > list.length))
    throw new RangeError();

  const touched = new Set<number>();
  for (const { at, remove } of edits) {
    for (let half = 2 * at + 1; half < 2 * (at + remove); half++) {
      if (touched.has(half)) throw new RangeError();
      touched.add(half);
    }
  }
  if (edits.some(({ at, remove }) => remove === 0 && touched.has(2 * at))) throw new RangeError();

  const tokens: { half: number; text: string[] }[] = [];
  for (const { at, remove, insert } of edits) tokens.push({ half: 2 * at + Math.min(remove, 1), text: insert });
  list.forEach((text, index) => {
    if (!touched.has(2 * index + 1)) tokens.push({ half: 2 * index + 1, text: [text] });
  });
  const result: string[] = [];
  for (let half = 0; half <= 2 * list.length; half++) {
    for (const token of tokens) if (token.half === half) result.push(...token.text);
  }
  return result;
}

export const key: Key<Args> = {
  seed: 'arrays/edit-script',
  cases,
  oracle: byTokens,
  reference: `
export interface Edit<T> {
  at: number;
  remove: number;
  insert: T[];
}

export function applyEdits<T>(items: T[], edits: Edit<T>[]): T[] {
  const natural = (value: number): boolean => Number.isInteger(value) && value >= 0;
  for (const edit of edits) {
    if (!natural(edit.at) || !natural(edit.remove) || edit.at + edit.remove > items.length) throw new RangeError('bounds');
  }
  for (const [index, edit] of edits.entries()) {
    for (const other of edits.slice(0, index)) {
      if (edit.at < other.at + other.remove && other.at < edit.at + edit.remove) throw new RangeError('conflict');
    }
  }
  const result: T[] = [];
  for (let position = 0; position <= items.length; position++) {
    const here = edits.filter((edit) => edit.at === position);
    for (const edit of here) if (edit.remove === 0) result.push(...edit.insert);
    for (const edit of here) if (edit.remove > 0) result.push(...edit.insert);
    const gone = edits.some((edit) => edit.at <= position && position < edit.at + edit.remove);
    if (!gone) result.push(...items.slice(position, position + 1));
  }
  return result;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Sorted edits and a cursor.' },
    'solve-1': { truth: 'right', note: 'Buckets by position, and an owner for every removed item; no sorting.' },
    'solve-2': { truth: 'wrong', defect: 'unstable-sort', note: 'Back to front reverses insertions at one position.' },
    'solve-3': { truth: 'right', note: 'Pairwise conflicts, then back to front with the order of ties turned round.' },
    'solve-4': { truth: 'wrong', defect: 'truncated', note: 'Cut off in a comment.' },
    'roundtrip-0': {
      truth: 'wrong',
      defect: 'boundary',
      note: 'Refuses an insertion between two removed ranges that touch.',
    },
    'roundtrip-1': { truth: 'right', note: 'Tests each removed range by itself.' },
  },
  suites: {
    'tests-0': {
      truth: 'right',
      letsThrough: [],
      note: 'Builds valid inputs piece by piece, with the expected result.',
    },
    'tests-1': {
      truth: 'right',
      letsThrough: [],
      note: 'Examples of every rule.',
    },
  },
};
