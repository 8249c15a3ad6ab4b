import { expect, test } from 'vitest';
import { isRing, link, ring, twice } from './solution';

test('ring', () => {
  const node = ring();
  expect(node.self).toBe(node);
  expect(node.list[1]).toBe(node.list);
  expect(node.map.get(node)).toBe(node.map);
});
test('shared', () => {
  const { left, right } = twice();
  expect(left).toBe(right);
  left.n = 2;
  expect(right.n).toBe(2);
});
test('in', () => {
  const node = { list: [] };
  node.self = node;
  node.list.push(node);
  expect(isRing(node)).toBe(true);
});
test('made of what was handed in', () => {
  const [a, b] = [{ n: 1 }, { n: 2 }];
  expect(link(a, b)).toBe(a);
  expect(a.other).toBe(b);
  expect(b.other.other).toBe(b);
});
