import { expect, test } from 'vitest';
import { Queue } from './solution';

test('what it gives out', () => {
  const queue = new Queue([1]);
  queue.items().push(2);
  expect(queue.size).toBe(1);
});
test('what it was given', () => {
  const items = [1];
  const queue = new Queue(items);
  items.push(2);
  expect(queue.size).toBe(1);
});
test('what it was given, nested', () => {
  const items = [{ n: 1 }];
  const queue = new Queue(items);
  items[0].n = 2;
  expect(queue.items()).toEqual([{ n: 1 }]);
});
test('a map', () => {
  const queue = new Queue([]);
  queue.seen().set('x', 1);
  expect(queue.seen().size).toBe(0);
});
test('a date', () => {
  const queue = new Queue([]);
  queue.since().setTime(5);
  expect(queue.since().getTime()).toBe(0);
});
test('the same array', () => {
  const items = [1];
  expect(new Queue(items).items()).not.toBe(items);
});
