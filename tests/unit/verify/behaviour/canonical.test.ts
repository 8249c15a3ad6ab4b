import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalWriter } from '../../../../src/verify/behaviour/canonical.ts';
import { shorten } from '../../../../src/verify/behaviour/shorten.ts';

const text = canonicalWriter();

class Node {
  next: unknown = null;
  readonly value = 1;
}

function* endless(): Generator<number> {
  for (let at = 0; ; at++) yield at;
}

const cyclic: { self?: unknown; list: unknown[] } = { list: [] };
cyclic.self = cyclic;
cyclic.list.push(cyclic.list);

describe('canonical texts', () => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [0.1 + 0.2, '0.3'],
    [3.0000000000000004, '3'],
    [2 ** 53 - 1, '9007199254740991'],
    [12345678901, '12345678901'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    ['a"\n', String.raw`"a\"\n"`],
    [12n, '12n'],
    [Symbol('s'), 'Symbol(s)'],
    // oxlint-disable-next-line no-sparse-arrays -- holes are written
    [[1, , undefined], '[1,<hole>,undefined]'],
    [{ b: 1, a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":1}'],
    [new Map([[{ a: 1 }, 2]]), 'Map{{"a":1}=>2}'],
    [new Set([2, 1]), 'Set{2,1}'],
    [new Date(0), 'Date(1970-01-01T00:00:00.000Z)'],
    [new Date(NaN), 'Date(invalid)'],
    [/a/g, 'RegExp(/a/g)'],
    [new Int8Array([1, -1]), 'Int8Array[1,-1]'],
    [new DataView(new ArrayBuffer(2)), 'DataView[0,0]'],
    [new ArrayBuffer(1), 'ArrayBuffer[0]'],
    [new RangeError('x'), '[RangeError]'],
    [new Node(), '{"next":null,"value":1}'],
    [() => 1, '[function]'],
    [Promise.resolve(1), '[promise]'],
    [[1, 2].values(), 'iterator[1,2]'],
    [Object(1), 'Object(1)'],
    [cyclic, '{"list":[<ref 1>],"self":<ref 1>}'],
  ])('%#: %s', (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  test('bound what has no end', () => {
    expect(text(endless())).toMatch(/^iterator\[0,1,.*,99,…\]$/);
    expect(text(Array.from({ length: 1e6 }, () => 0)).length).toBeLessThan(100_000);
    const deep = Array.from({ length: 1000 }).reduce((inner) => [inner], 0);
    expect(text(deep)).toContain('<deep>');
  });

  test('survive values that fight back', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(text(proxy)).toBe('<unreadable>');
    const getter = Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(text(getter)).toBe('{"a":[throws]}');
  });

  test('sort the top of an array where any order will do, and name functions where that is asked for', () => {
    expect(text([3, [2, 1]], { anyOrder: true })).toBe(text([[2, 1], 3], { anyOrder: true }));
    expect(text([[2, 1]], { anyOrder: true })).not.toBe(text([[1, 2]], { anyOrder: true }));
    expect(text([Math.abs], { namesFunctions: true })).toBe('[[function abs]]');
  });

  test('are equal for equal values, and differ for others', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(fc.clone(values, 2), ([a, b]) => {
        expect(text(a)).toBe(text(b));
      }),
      { seed: 1, numRuns: 300 },
    );
    const leaves = [fc.integer(), fc.string(), fc.boolean(), fc.constant(null)];
    const plain = fc.anything({ values: leaves, withNullPrototype: false });
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        const isSame = text(a) === text(b);
        expect(isSame).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
      { seed: 2, numRuns: 300, examples: [[[1], ['1']]] },
    );
  });
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { members: members.map(([key, member]) => [key, sorted(member)]) };
}

test('long texts are cut, and stay apart', () => {
  const long = 'x'.repeat(1000);
  expect(shorten('short')).toBe('short');
  expect(shorten(long).length).toBeLessThan(240);
  expect(shorten(long)).not.toBe(shorten(`${long.slice(1)}y`));
});
