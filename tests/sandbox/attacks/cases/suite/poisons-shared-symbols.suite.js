// expects: ran — a suite that leaves marks wherever the next suite in its isolate might look
import { expect, test } from 'vitest';
import { sum } from './solution';
test('finds no marks', () => {
  const key = Symbol.for('left behind');
  const places = [globalThis, Object.prototype, Symbol, expect, test, Function.prototype];
  expect(places.filter((place) => place[key] !== undefined)).toEqual([]);
  for (const place of places) Reflect.defineProperty(place, key, { value: sum, configurable: true });
  expect.extend({ toBe: () => ({ pass: false, message: () => 'left behind' }) });
});
