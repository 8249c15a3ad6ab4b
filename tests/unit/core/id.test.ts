import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash, contentId, seedFrom } from '../../../src/core/id.ts';

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reordered(member)]),
  );
}

describe('canonicalJson', () => {
  test('is JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('is one text for one value, and differs where values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        const [left, right] = [canonicalJson(a), canonicalJson(b)];
        expect(left === right).toBe(isDeepStrictEqual(JSON.parse(left), JSON.parse(right)));
      }),
    );
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
  });

  test('sorts keys at every depth by code unit and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null, Z: 1 })).toBe('{"Z":1,"a":null,"b":[{"d":1}]}');
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"y":1,"x":2}}'))).toBe('{"__proto__":{"x":2,"y":1},"b":1}');
  });
});

describe('content ids', () => {
  test('are the same on every machine', () => {
    expect(contentHash({ b: 1, a: 'ü' })).toBe('4e7ff4080b1a00acdaf71eb0cdf2d504aa8068bbb375c002eac2df3f064047a7');
    expect(contentId('task', { a: 'ü', b: 1 })).toBe(`task_${contentHash({ b: 1, a: 'ü' }).slice(0, 16)}`);
  });

  test('give seeds that fit into 31 bits and differ with the value', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (parts) => {
        const seed = seedFrom(parts);
        expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
        expect(seedFrom([...parts])).toBe(seed);
      }),
    );
    const seeds = new Set(Array.from({ length: 500 }, (_, index) => seedFrom(['a', index])));
    expect(seeds.size).toBe(500);
  });
});
