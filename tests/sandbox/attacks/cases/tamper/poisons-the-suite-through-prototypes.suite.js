import { expect, test } from 'vitest';
import { area } from './solution';

class Shape {
  constructor(side) {
    this.side = side;
  }
  area() {
    return this.side ** 2;
  }
  equals(other) {
    return other.area() === this.area();
  }
}
test('its area', () => {
  const shape = new Shape(2);
  const expected = new Shape(2).area();
  expect(area(shape)).toBe(expected);
});
test('as the class has it', () => expect(area(new Shape(3))).toBe(Shape.prototype.area.call({ side: 3 })));
test('as another has it', () => {
  const value = area(new Shape(3));
  expect(value).toBe(new Shape(3).area() + (new Shape(1).equals(new Shape(2)) ? 1 : 0));
});
test('compared', () => expect(Object.is(area(new Shape(3)), 9)).toBe(true));
