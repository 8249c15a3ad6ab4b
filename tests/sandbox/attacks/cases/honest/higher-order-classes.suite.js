import { expect, test, vi } from 'vitest';
import { Container, instantiate, isA, logged, makeClass, tag, Timestamped } from './solution';

class Named {
  constructor(name = 'nobody') {
    this.name = name;
  }
  greet(other) {
    return `${this.name} greets ${other}`;
  }
}
test('mixin', () => {
  const Both = Timestamped(Named);
  const it = new Both('me');
  expect(it.stamped()).toEqual(['me', 7]);
  expect(it).toBeInstanceOf(Named);
  expect(it.greet('you')).toBe('me greets you');
});
test('injected', () => {
  const it = instantiate(Named, 'you');
  expect(it).toBeInstanceOf(Named);
  expect(it.name).toBe('you');
  expect([isA(it, Named), isA({}, Named)]).toEqual([true, false]);
});
test('container', () => {
  const container = new Container();
  expect(container.get(Named)).toBe(container.get(Named));
  expect(container.get(Named).name).toBe(container);
});
test('made', () => expect(makeClass('Made').name).toBe('Made'));
test('wrapped method', () => {
  const log = vi.fn();
  const it = logged(new Named('me'), 'greet', log);
  expect(it.greet('you')).toBe('me greets you');
  expect(log).toHaveBeenCalledWith('greet', 'you');
});
test('tag', () => {
  const { raw, values, same } = tag`a\n${1}b${{ c: 2 }}`;
  expect([raw, values]).toEqual([
    ['a\\n', 'b', ''],
    [1, { c: 2 }],
  ]);
  expect([...same]).toEqual(['a\n', 'b', '']);
});
