import fc from 'fast-check';
import { expect, test } from 'vitest';
import { echo, wrap } from './solution';

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
test('the same', () =>
  fc.assert(
    fc.property(anything, (value) => Object.is(echo(value), value)),
    { numRuns: 40 },
  ));
test('equal', () =>
  fc.assert(
    fc.property(anything, (value) => {
      expect(wrap(value)).toStrictEqual({ value, list: [value] });
    }),
    { numRuns: 40 },
  ));
