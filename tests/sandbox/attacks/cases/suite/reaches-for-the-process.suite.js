// expects: accepted — a suite that looks for a process, and finds none that it could end
import { expect, test } from 'vitest';
import { sum } from './solution';
test('no process to end', () => {
  const it = globalThis.process;
  expect([it?.pid, it?.kill, it?.binding, it?.mainModule, globalThis.Deno, globalThis.ivm]).toEqual(Array(6));
  expect(Function('return typeof require')()).toBe('undefined');
  expect(sum([1, 2])).toBe(3);
});
