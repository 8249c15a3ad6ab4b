// expects: timeout|memory|refuted — a property whose shrinking never comes to an end
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from './solution';
const tree = fc.letrec((tie) => ({
  node: fc.array(fc.oneof(tie('node'), fc.string({ minLength: 20 })), { minLength: 3, maxLength: 30, size: 'max' }),
})).node;
test('never small enough', () => {
  fc.assert(fc.property(fc.infiniteStream(tree), (stream) => expect([...stream.take(1e6)]).toEqual(sum([1]))));
});
