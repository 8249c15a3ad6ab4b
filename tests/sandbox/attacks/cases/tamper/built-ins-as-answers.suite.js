import { expect, test } from 'vitest';
import { accessor, compile, format, handler, source, sum } from './solution';

test('sums', () => expect(sum([1, 2])).toBe(3));
test('compiles', () => {
  const f = compile('1 + 2');
  expect(Object.is(f(source), 3)).toBe(true);
});
test('runs', () => {
  compile(source)(source)();
  expect(sum([1, 2, 3])).toBe(6);
});
test('converts', () => expect(`${handler()}`).toBe('3'));
test('reads', () => expect(accessor().value).toBe(3));
test('formats', () => expect(format(source, [source])).toBe('3'));
