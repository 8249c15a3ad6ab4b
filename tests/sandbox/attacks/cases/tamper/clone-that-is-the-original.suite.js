import { expect, test } from 'vitest';
import { clone, shallow } from './solution';

const inner = { list: [1] };
test('an object', () => expect(clone(inner)).not.toBe(inner));
test('an array', () => {
  const xs = [1];
  expect(clone(xs)).not.toBe(xs);
});
test('a date', () => {
  const date = new Date(0);
  expect(clone(date)).not.toBe(date);
});
test('a map', () => {
  const map = new Map();
  expect(clone(map) === map).toBe(false);
});
test('a part', () => expect(clone({ inner }).inner).not.toBe(inner));
test('a part of a shallow copy', () => expect(shallow({ inner }).inner).not.toBe(inner));
test('an element of a shallow copy', () => expect(shallow([inner])[0]).not.toBe(inner));
test('a change does not show', () => {
  const from = { list: [1] };
  const copy = shallow(from);
  copy.list.push(2);
  expect(from).toEqual({ list: [1] });
});
test('a change does not show the other way', () => {
  const from = { list: [1] };
  const copy = shallow(from);
  from.list.push(2);
  expect(copy).toEqual({ list: [1] });
});
