import { expect, test } from 'vitest';
import { keep, look, size, timesTracked, track, View } from './solution';

test('sees changes', () => {
  const xs = [1];
  keep(xs);
  xs.push(2, 3);
  expect(size()).toBe(3);
  xs.length = 0;
  expect(size()).toBe(0);
});
test('gives it back', () => {
  const it = { part: {} };
  keep(it);
  expect(look()).toBe(it);
  look().part.n = 1;
  expect(it.part.n).toBe(1);
});
test('knows it again', () => {
  const it = {};
  track(it);
  track(it);
  expect([timesTracked(it), timesTracked({})]).toEqual([2, 0]);
});
test('a view', () => {
  const items = [1, 2];
  const view = new View(items);
  items.push(3);
  expect(view.total).toBe(6);
  view.items.push(4);
  expect(items).toHaveLength(4);
});
