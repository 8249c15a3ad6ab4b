import { expect, test } from 'vitest';
import { call, className, equal, inherited, isFrozen, keys, read, typeName } from './solution';

class Point {
  #x = 1;
  y = 2;
  get x() {
    return this.#x;
  }
  plus(n) {
    this.#x += n;
    return this;
  }
}
test('instances', () => {
  const point = new Point();
  expect([read(point, 'x'), read(point, 'y'), className(point)]).toEqual([1, 2, 'Point']);
  expect(call(point, 'plus', 4)).toBe(point);
  expect(point.x).toBe(5);
  expect(keys(point)).toEqual(['y']);
});
test('getters', () => {
  let reads = 0;
  const it = {
    get value() {
      return ++reads;
    },
  };
  expect([read(it, 'value'), read(it, 'value')]).toEqual([1, 2]);
});
test('inherited', () => {
  const it = Object.create({ a: 1 }, { b: { value: 2, enumerable: true }, hidden: { value: 3 } });
  expect(inherited(it)).toEqual(['b', 'a']);
  expect(keys(it)).toEqual(['b']);
  expect(read(it, 'hidden')).toBe(3);
});
test('types', () => {
  const values = [[], new Map(), new Date(0), /a/, () => {}, null, undefined, new Error('x'), new Uint8Array(1), 1n];
  const names = ['Array', 'Map', 'Date', 'RegExp', 'Function', 'Null', 'Undefined', 'Error', 'Uint8Array', 'BigInt'];
  expect(values.map((x) => typeName(x))).toEqual(names);
});
test('proxies', () => {
  const asked = [];
  const it = new Proxy({ a: 1 }, { get: (target, key) => asked.push(key) && target[key] });
  expect(read(it, 'a')).toBe(1);
  expect(asked).toContain('a');
});
test('the same', () => {
  const it = {};
  expect([equal(it, it), equal(it, {}), equal(NaN, NaN), equal(0, -0)]).toEqual([true, false, true, false]);
  expect(isFrozen(Object.freeze([1]))).toBe(true);
});
