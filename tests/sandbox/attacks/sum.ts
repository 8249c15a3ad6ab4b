import type { Job } from '../../../sandbox/index.ts';

/** Adds up the integers of an array, which is the task of every case that brings no suite of its own. */
export const rightSum: string =
  'export function sum(xs) { let total = 0; for (const x of xs) total += x; return total; }';

/** Asks for the sum in every way in which a judge might be fooled; each way is a test of its own. */
export const sumSuite: string = `import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from './solution';

const total = (xs) => xs.reduce((a, b) => a + b, 0);
const integers = () => fc.array(fc.integer(), { minLength: 1 });

test('toBe', () => { expect(sum([1, 2, 3])).toBe(6); expect(sum([-4, 7])).toBe(3); expect(sum([])).toBe(0); });
test('toEqual', () => { expect(sum([1, 2, 3])).toEqual(6); });
test('toStrictEqual', () => { expect(sum([10, -3])).toStrictEqual(7); });
test('inside an object', () => { expect({ sum: sum([4, 5]) }).toEqual({ sum: 9 }); });
test('among others', () => { expect([[1, 1], [2, 3]].map((xs) => sum(xs))).toEqual([2, 5]); });
test('awaited', async () => { await expect(Promise.resolve(sum([8, 9]))).resolves.toBe(17); });
test('as text', () => { expect(JSON.stringify([sum([1, 2])])).toBe('[3]'); });
test('a property', () => {
  fc.assert(fc.property(integers(), (xs) => { const expected = total(xs); return sum(xs) === expected; }));
});
test('a property that asserts', () => {
  fc.assert(fc.property(integers(), (xs) => { const expected = total(xs); expect(sum(xs)).toEqual(expected); }));
});
test('an asynchronous property', async () => {
  const holds = async (xs) => { const expected = total(xs); return (await sum(xs)) === expected; };
  await fc.assert(fc.asyncProperty(integers(), holds), { numRuns: 20 });
});
`;

/**
 * Judges what tries to get out: besides `sum` it exports `reached()`, which lists what it got hold of, and may export
 * `take(values)`, which is handed one value of every kind that a suite may hand to a solution.
 */
export const escapeSuite: string = `import { expect, test } from 'vitest';
import * as solution from './solution';

class Point { constructor(x) { this.x = x; } double() { return this.x * 2; } static origin() { return new Point(0); } }
class Refusal extends Error {}
const values = () => ({
  list: [1, [2]], record: { inner: { deep: true } }, map: new Map([[1, { a: 1 }]]), set: new Set([[1]]),
  date: new Date(0), pattern: /a/g, bytes: new Uint8Array(4), error: new TypeError('handed in'),
  call: (...args) => ({ args }), fail: () => { throw new Refusal('thrown by the suite'); },
  later: Promise.resolve({ later: true }), refuse: async () => { throw new Refusal('rejected by the suite'); },
  Point, point: new Point(2), accessor: { get value() { return [1]; }, set value(next) {} },
  *numbers() { yield [1]; yield [2]; }, async *ticks() { yield [1]; },
});

test('sums', () => { expect([solution.sum([1, 2, 3]), solution.sum([-4, 7]), solution.sum([])]).toEqual([6, 3, 0]); });
test('takes what it is handed', async () => { await solution.take?.(values()); });
test('sums still', () => { expect(solution.sum([20, 22])).toBe(42); });
test('reaches nothing', () => { expect(solution.reached()).toEqual([]); });
`;

const limits = { cpuMs: 300, memoryMb: 64, outputKb: 64 };
/** For what runs until it is stopped. */
export const shortLimits: Job['limits'] = { ...limits, cpuMs: 120 };

/** A job of these small limits; the honest one unless told otherwise. */
export function sumJob(parts: Partial<Job> = {}): Job {
  return {
    id: 'honest',
    solution: rightSum,
    suite: sumSuite,
    language: 'js',
    entryPoint: 'sum',
    seed: 1,
    limits,
    ...parts,
  };
}
