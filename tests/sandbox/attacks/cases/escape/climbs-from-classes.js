// expects: accepted — climbs from a class handed in and from its instances
const found = [];
const check = (value, how) => {
  const realm = value?.constructor?.constructor?.('return globalThis')?.();
  if (realm !== undefined && realm !== globalThis) found.push(how);
};
const checkAll = (value, how) => {
  for (let at = value; at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
    check(at, how);
    for (const key of Reflect.ownKeys(at)) {
      const { value: held, get, set } = Reflect.getOwnPropertyDescriptor(at, key);
      for (const part of [held, get, set]) check(part, `${how}.${String(key)}`);
    }
  }
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = ({ Point, point }) => {
  checkAll(Point, 'class');
  checkAll(point, 'instance');
  checkAll(new Point(1), 'new');
  checkAll(Point.origin?.(), 'static');
  checkAll(Reflect.construct(Point, [1], class Own {}), 'construct');
  class Sub extends Point {}
  checkAll(new Sub(1), 'subclass');
  check(point.double(), 'method');
};
export const reached = () => found;
