import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addLater, Counter, decode, divide, encode, map, sort } from './solution';

const few = { numRuns: 30 };
test('sorted', () =>
  fc.assert(
    fc.property(fc.array(fc.integer()), (xs) => {
      const sorted = sort(xs);
      return sorted.length === xs.length && sorted.every((x, i) => i === 0 || sorted[i - 1] <= x);
    }),
    few,
  ));
test('there and back', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => decode(encode(text)) === text),
    few,
  ));
test('functions', () =>
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.func(fc.integer()), (xs, f) => {
      expect(map(xs, f)).toEqual(xs.map((x) => f(x)));
    }),
    few,
  ));
test('preconditions', () =>
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -3, max: 3 }), (a, b) => {
      fc.pre(b !== 0);
      expect(divide(a * b, b)).toBeCloseTo(a);
    }),
    few,
  ));
test('an error where it belongs', () => expect(() => divide(1, 0)).toThrow(RangeError));
test('later', async () => {
  const holds = async (a, b) => (await addLater(a, b)) === a + b;
  await fc.assert(fc.asyncProperty(fc.integer(), fc.integer(), holds), few);
});
test('a model', () => {
  const up = { check: () => true, toString: () => 'up' };
  up.run = (model, real) => {
    model.n++;
    real.up();
    expect(real.value).toBe(model.n);
  };
  const reset = { check: (model) => model.n > 0, toString: () => 'reset' };
  reset.run = (model, real) => {
    model.n = 0;
    real.reset();
    expect(real.value).toBe(0);
  };
  const commands = fc.commands([fc.constant(up), fc.constant(reset)]);
  fc.assert(
    fc.property(commands, (each) => fc.modelRun(() => ({ model: { n: 0 }, real: new Counter() }), each)),
    few,
  );
});
