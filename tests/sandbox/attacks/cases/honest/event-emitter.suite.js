import { expect, test, vi } from 'vitest';
import { Emitter } from './solution';

test('listeners', () => {
  const [emitter, a, b] = [new Emitter(), vi.fn(), vi.fn()];
  emitter.on('x', a);
  const off = emitter.on('x', b);
  expect(emitter.emit('x', 1, { two: 2 })).toBe(true);
  expect(a).toHaveBeenCalledWith(1, { two: 2 });
  expect(b.mock.contexts[0]).toBe(emitter);
  expect(a).toHaveBeenCalledBefore(b);
  emitter.off('x', a);
  off();
  expect(emitter.emit('x')).toBe(false);
  expect(a).toHaveBeenCalledTimes(1);
});
test('once', () => {
  const [emitter, f] = [new Emitter(), vi.fn()];
  expect(emitter.once('x', f)).toBe(emitter);
  emitter.emit('x', 'first');
  emitter.emit('x', 'second');
  expect(f.mock.calls).toEqual([['first']]);
});
test('the payload is the same object', () => {
  const [emitter, payload] = [new Emitter(), { n: 1 }];
  emitter.on('x', (it) => {
    expect(it).toBe(payload);
    it.n++;
  });
  emitter.emit('x', payload);
  expect(payload.n).toBe(2);
});
test('an error of a listener', () => {
  const emitter = new Emitter();
  emitter.on('x', () => {
    throw new TypeError('in a listener');
  });
  expect(() => emitter.emit('x')).toThrow(new TypeError('in a listener'));
});
test('a listener that listens', () => {
  const emitter = new Emitter();
  emitter.on('x', () => emitter.on('x', () => {}));
  emitter.emit('x');
  expect(emitter.count('x')).toBe(2);
});
