import type { Key } from '../key.ts';

/** The places of the bits of a number, as a set, found by halving. */
function places(value: number): Set<number> {
  const found = new Set<number>();
  for (let rest = value, place = 0; rest > 0; rest = Math.floor(rest / 2), place++)
    if (rest % 2 === 1) found.add(place);
  return found;
}

/** Sets of bits instead of masks; the order by repeatedly taking the least. */
function oracle(mask: number, flags: Readonly<Record<string, number>>): string[] {
  const inMask = places(mask);
  const set = Object.keys(flags).filter((name) => {
    const bits = places(flags[name] ?? 0);
    return bits.size === 0 ? mask === 0 : bits.isSubsetOf(inMask);
  });
  const bitsOf = (name: string): Set<number> => places(flags[name] ?? 0);
  const left = set.filter(
    (name) => !set.some((other) => bitsOf(name).isSubsetOf(bitsOf(other)) && bitsOf(name).size < bitsOf(other).size),
  );
  const covered = set.reduce((all, name) => all.union(bitsOf(name)), new Set<number>());
  const unknown = [...inMask.difference(covered)].reduce((sum, place) => sum + 2 ** place, 0);
  const names: string[] = [];
  while (left.length > 0) {
    const value = Math.min(...left.map((name) => flags[name] ?? 0));
    const ties = left.filter((name) => flags[name] === value).toSorted();
    names.push(...ties);
    for (const name of ties) left.splice(left.indexOf(name), 1);
  }
  return unknown === 0 ? names : [...names, `0x${unknown.toString(16)}`];
}

export const key: Key<[mask: number, flags: Readonly<Record<string, number>>]> = {
  seed: 'numbers-and-bits/flag-names',
  *cases() {
    const top = 2 ** 31;
    const masks = [0, 1, 2, 3, 5, 6, 7, 15, 16, 31, 255, top, top + 3, 2 ** 32 - 1, top - 1];
    const values = [0, 1, 2, 3, 6, 7, top, top + 1];
    for (const mask of masks) {
      yield [mask, {}];
      for (const first of values) {
        yield [mask, { one: first }];
        for (const second of values) yield [mask, { b: first, B: second, a: 1 }];
      }
    }
    for (let mask = 0; mask < 32; mask++) {
      yield [mask, { READ: 1, WRITE: 2, READ_WRITE: 3, EXEC: 4 }];
      yield [mask, { z: 4, y: 4, low: 3, high: 6, NONE: 0, x: 1, ALL: 7 }];
      yield [mask * 2 ** 27, { d: 2 ** 27, c: 2 ** 28, cd: 3 * 2 ** 27, hi: top, all: 31 * 2 ** 27 }];
    }
  },
  oracle,
  reference: `
export function flagNames(mask: number, flags: Readonly<Record<string, number>>): string[] {
  const has = (whole: number, part: number): boolean => (whole & part) >>> 0 === part;
  const set = Object.entries(flags).filter(([, value]) => (value === 0 ? mask === 0 : has(mask, value)));
  const names = set
    .filter(([, value]) => set.every(([, other]) => other === value || !has(other, value)))
    .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .map(([name]) => name);
  const unknown = set.reduce((rest, [, value]) => (rest & ~value) >>> 0, mask);
  return unknown === 0 ? names : [...names, '0x' + unknown.toString(16)];
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'unsigned shifts after every operation' },
    'solve-1': { truth: 'right', note: 'bigints, from the greatest value down' },
    'solve-2': { truth: 'wrong', defect: 'negative', note: 'bit 31 makes the results of & negative' },
    'solve-3': { truth: 'wrong', defect: 'unstable-sort', note: 'leaves equal values in the order of the keys' },
    'solve-4': { truth: 'wrong', defect: 'wrong-entry-point', note: 'exports getFlagNames' },
    'roundtrip-0': { truth: 'right', note: 'binary texts of 32 letters' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2'], note: 'strong, but never uses bit 31' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2', 'solve-3'], note: 'small masks, no equal values' },
  },
};
