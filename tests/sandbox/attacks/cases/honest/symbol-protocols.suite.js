import { expect, test } from 'vitest';
import { Even, key, keyed, log, open, spreadable, Temperature } from './solution';

test('instance', () => expect([2 instanceof Even, 3 instanceof Even]).toEqual([true, false]));
test('primitive', () => {
  const it = new Temperature(20);
  expect([`${it}`, it + 1, it < new Temperature(21)]).toEqual(['20°', 21, true]);
});
test('disposed', () => {
  open()[Symbol.dispose]();
  expect(log).toEqual(['closed']);
});
test('concatenated', () => expect([].concat(spreadable())).toEqual(['a', 'b']));
test('registered', () => expect(keyed()[key]).toBe(1));
