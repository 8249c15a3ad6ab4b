import { expect, test } from 'vitest';
import { isSame } from '../../../problem-seeds/key/prover/same.ts';

test.each([
  [0, -0],
  [Number.NaN, Number.NaN],
  [
    [1, -0],
    [1, 0],
  ],
  [{ a: [-0] }, { a: [0] }],
  [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  [new Map([['a', [-0]]]), new Map([['a', [0]]])],
  [new Set([{ a: -0 }]), new Set([{ a: 0 }])],
  [new Date(1), new Date(1)],
])('%o is the same as %o', (left, right) => {
  expect(isSame(left, right)).toBe(true);
});

test.each([
  [1, 2],
  [1, '1'],
  [[], {}],
  [{ a: undefined }, {}],
  [Array.from({ length: 1 }), Array(1)],
  [
    [1, 2],
    [2, 1],
  ],
  [new Set([1]), new Set([1, 2])],
  [new Date(1), new Date(2)],
  [null, undefined],
])('%o is not the same as %o', (left, right) => {
  expect(isSame(left, right)).toBe(false);
});

test('cycles are compared', () => {
  const loop = (end: number): object => {
    const node: Record<string, unknown> = { zero: end };
    node['next'] = node;
    return node;
  };
  expect(isSame(loop(0), loop(-0))).toBe(true);
  expect(isSame(loop(0), loop(1))).toBe(false);
});
