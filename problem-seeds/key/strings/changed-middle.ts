import type { Key } from '../key.ts';

/** All strings of up to `longest` of the given code points. */
function* texts(points: readonly string[], longest: number): Generator<string> {
  yield '';
  if (longest === 0) return;
  for (const rest of texts(points, longest - 1)) for (const point of points) yield point + rest;
}

export const key: Key<[string, string]> = {
  seed: 'strings/changed-middle',
  *cases() {
    const letters = [...new Set(texts(['a', 'b'], 4))];
    for (const before of letters) for (const after of letters) yield [before, after];
    // U+1F600 and U+1F601 share their first unit, U+1F400 and U+1F800 their second.
    const emoji = [...new Set(texts(['a', '\u{1F600}', '\u{1F601}', '\u{1F400}', '\u{1F800}'], 2))];
    for (const before of emoji) for (const after of emoji) yield [before, after];
    yield ['total: 12 EUR', 'total: 9 EUR'];
    yield ['e\u0301', 'e\u0300'];
    yield ['x\u{1F600}\u{1F601}y', 'x\u{1F601}y'];
  },
  oracle(before, after) {
    const a = [...before];
    const b = [...after];
    const same = (x: readonly string[], y: readonly string[]): boolean => x.join('|') === y.join('|');
    // By definition: the longest prefix that fits, then the longest suffix of the remainders that fits.
    let prefix = Math.min(a.length, b.length);
    while (!same(a.slice(0, prefix), b.slice(0, prefix))) prefix -= 1;
    const restOfA = a.slice(prefix);
    const restOfB = b.slice(prefix);
    let suffix = Math.min(restOfA.length, restOfB.length);
    while (!same(restOfA.slice(restOfA.length - suffix), restOfB.slice(restOfB.length - suffix))) suffix -= 1;
    return {
      prefix: a.slice(0, prefix).join(''),
      removed: restOfA.slice(0, restOfA.length - suffix).join(''),
      added: restOfB.slice(0, restOfB.length - suffix).join(''),
      suffix: restOfA.slice(restOfA.length - suffix).join(''),
    };
  },
  reference: `
export interface Change {
  prefix: string;
  removed: string;
  added: string;
  suffix: string;
}
export function changedMiddle(before: string, after: string): Change {
  const removed = [...before];
  const added = [...after];
  let prefix = '';
  while (removed.length > 0 && removed[0] === added[0]) {
    prefix += removed.shift();
    added.shift();
  }
  let suffix = '';
  while (removed.length > 0 && removed.at(-1) === added.at(-1)) {
    suffix = removed.pop() + suffix;
    added.pop();
  }
  return { prefix, removed: removed.join(''), added: added.join(''), suffix };
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'indices into arrays of code points' },
    'solve-1': { truth: 'right', note: 'UTF-16 units, with the borders moved out of surrogate pairs' },
    'solve-2': { truth: 'wrong', defect: 'duplicates', note: 'prefix and suffix overlap where letters repeat' },
    'solve-3': { truth: 'right', note: 'quadratic: takes one character away at a time' },
    'solve-4': { truth: 'wrong', defect: 'hallucinated-api', note: 'strings have neither commonPrefix nor reverse' },
    'roundtrip-0': { truth: 'wrong', defect: 'unicode', note: 'cuts emoji; the description does not mention them' },
    'roundtrip-1': { truth: 'wrong', defect: 'unicode', note: 'cuts emoji for the same reason' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'emoji that share units, and three properties' },
    'tests-1': { truth: 'right', letsThrough: ['roundtrip-0', 'roundtrip-1'], note: 'no emoji' },
  },
};
