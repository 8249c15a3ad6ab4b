import { expect, test } from 'vitest';
import { LinkedList, Lru, Stack, Vector } from './solution';

test('stack', () => {
  const stack = new Stack().push(1, 2).push({ a: 3 });
  expect([stack.size, ...stack]).toEqual([3, { a: 3 }, 2, 1]);
  expect(stack.pop()).toEqual({ a: 3 });
  stack.pop();
  stack.pop();
  expect(() => stack.pop()).toThrow(RangeError);
});
test('the same object comes out', () => {
  const it = { a: 1 };
  expect(new Stack().push(it).pop()).toBe(it);
});
test('linked list', () => {
  const list = new LinkedList().add(1).add(2).add(3);
  expect(list.toArray()).toEqual([3, 2, 1]);
  expect(list.reverse().toArray()).toEqual([1, 2, 3]);
  expect(list.head.next.value).toBe(2);
  expect(list.size).toBe(3);
});
test('cache', () => {
  const cache = new Lru(2);
  cache.set('a', 1).set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect([...cache.keys()]).toEqual(['a', 'c']);
  expect(cache.get('b')).toBeUndefined();
  expect(cache.size).toBe(2);
  expect(cache).toBeInstanceOf(Map);
});
test('vector', () => {
  const v = Vector.of(3, 4);
  expect(v.norm).toBe(5);
  expect([...v.plus([1, 1])]).toEqual([4, 5]);
  expect(v.plus([1, 1])).toBeInstanceOf(Vector);
  expect(Array.isArray(v)).toBe(true);
  expect(v).toHaveLength(2);
});
