import { expect, test } from 'vitest';
import { areaOf, make, Rectangle, Shape } from './solution';

test('inheritance', () => {
  const it = new Rectangle(2, 3);
  expect(it).toBeInstanceOf(Rectangle);
  expect(it).toBeInstanceOf(Shape);
  expect(it.constructor).toBe(Rectangle);
  expect(make(1, 1)).toBeInstanceOf(Rectangle);
  expect(Rectangle.of(2, 2)).toBeInstanceOf(Rectangle);
  expect(Object.getPrototypeOf(Rectangle)).toBe(Shape);
});
test('accessors and fields', () => {
  const it = new Rectangle(2, 3);
  expect([it.area, it.width, it.name]).toEqual([6, 2, 'rectangle']);
  it.area = 12;
  expect(it.width).toBe(4);
  it.height = 10;
  expect(it.area).toBe(40);
  expect(Object.keys(it)).toEqual(['name', 'width', 'height']);
  expect('area' in it).toBe(true);
});
test('chains and private state', () => {
  const it = make(1, 2);
  expect(it.scale(2).scale(2)).toBe(it);
  expect(it.describe()).toBe('rectangle of 8');
  expect(it.history()).toEqual(['described']);
});
test('conversions', () => {
  const it = make(2, 3);
  expect(`${it}`).toBe('2x3');
  expect(it + 1).toBe(7);
  expect(it > make(1, 1)).toBe(true);
  expect(JSON.stringify({ it })).toBe('{"it":{"area":6}}');
  expect([...it]).toEqual([2, 3]);
  expect(Object.prototype.toString.call(it)).toBe('[object Rectangle]');
});
test('statics', () => {
  const before = Shape.made;
  new Shape('x');
  expect(Shape.made).toBe(before + 1);
  expect(Shape.unit).toEqual({ side: 1 });
  expect([Shape.name, Rectangle.length]).toEqual(['Shape', 2]);
});
test('equality', () => {
  expect(make(2, 3).equals(make(3, 2))).toBe(true);
  expect(make(2, 3).equals({ area: 6 })).toBe(false);
  expect(new Shape('a')).toEqual(new Shape('a'));
  expect(new Shape('a')).not.toEqual(new Shape('b'));
  expect(new Shape('a')).toMatchObject({ name: 'a' });
});
test('what the suite derives', () => {
  class Square extends Rectangle {
    constructor(side) {
      super(side, side);
    }
    get area() {
      return super.area + 0.5;
    }
    describe() {
      return `square ${super.describe()}`;
    }
  }
  const it = new Square(2);
  expect(it).toBeInstanceOf(Shape);
  expect(it.describe()).toBe('square rectangle of 4.5');
  expect(areaOf(it)).toBe(4.5);
  expect(() => Shape('x')).toThrow(TypeError);
});
