import { expect, test } from 'vitest';
import { getFunction, getLater, getList, getSettings, memo } from './solution';

test('object', () => expect(getSettings()).toBe(getSettings()));
test('nested', () => expect(getSettings().deep.list).toBe(getSettings().deep.list));
test('frozen', () => {
  expect(Object.isFrozen(getSettings().deep.list)).toBe(true);
  expect(() => getSettings().deep.list.push(3)).toThrow(TypeError);
});
test('array', () => expect(getList()).toBe(getList()));
test('function', () => expect(getFunction()()).toBe(getFunction()));
test('promise', async () => expect(await getLater()).toBe(getSettings()));
test('memo', () => {
  expect(memo('a')).toBe(memo('a'));
  expect(memo('a')).not.toBe(memo('b'));
});
test('memo by object', () => {
  const key = {};
  expect(memo(key)).toBe(memo(key));
  expect(memo(key).key).toBe(key);
  expect(memo({})).not.toBe(memo(key));
});
