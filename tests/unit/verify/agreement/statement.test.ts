import { expect, test } from 'vitest';
import { codeShape } from '../../../../src/verify/agreement/code-shape.ts';
import {
  statementAllowsAnyOrder,
  statementAllowsChangingArguments,
} from '../../../../src/verify/agreement/statement.ts';

test.each([
  'Return all pairs, in any order.',
  'Returns the words. The order does not matter.',
  'The order of the pairs in the result does not matter.',
  "Return the subsets; order doesn't matter",
  'The order is not important.',
  'Return the keys in no particular order.',
  'You may return the answer in ANY order',
])('leaves the order open: %s', (statement) => {
  expect(statementAllowsAnyOrder(statement)).toBe(true);
});

test.each(['Sort in ascending order.', 'Return the companies by order value.', 'In order to win, count.', ''])(
  'does not leave the order open: %s',
  (statement) => {
    expect(statementAllowsAnyOrder(statement)).toBe(false);
  },
);

test.each([
  'Sort the array in place.',
  'Reverses the list in-place and returns it.',
  'Modify the input array so that zeros come last.',
  'Mutates its argument.',
  'Remove the duplicates from the given array and return the new length.',
])('allows changing arguments: %s', (statement) => {
  expect(statementAllowsChangingArguments(statement)).toBe(true);
});

test.each([
  "Return a sorted copy; don't change the given array.",
  'Do not modify the input array.',
  'Sort without mutating the input.',
  'The input must not be mutated.',
  'Never sort in place: this must not be done in-place.',
  'Change numerical base of input number x to base.',
  'Remove vowels from the string.',
  'Return the places where the value changes.',
])('does not allow changing arguments: %s', (statement) => {
  expect(statementAllowsChangingArguments(statement)).toBe(false);
});

test('copies of a text have one shape', () => {
  const shape = codeShape("const f = (list) => list.map((x) => x + 'a'); // adds");
  expect(codeShape('/* so */ let g = (all) =>\n all.map((it) => it + "a")')).toBe(shape);
  expect(codeShape("const f = (list) => list.filter((x) => x + 'a');")).not.toBe(shape);
  expect(codeShape("const f = (list) => list.map((x) => x + 'b');")).not.toBe(shape);
  expect(codeShape("const f = (list, x) => list.map((y) => x + 'a');")).not.toBe(shape);
});
