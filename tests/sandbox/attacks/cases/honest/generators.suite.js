import { expect, test } from 'vitest';
import { chain, log, naturals, range, take, talk } from './solution';

test('early end', () => {
  const seen = [];
  for (const n of naturals()) {
    if (n > 2) break;
    seen.push(n);
  }
  expect(seen).toEqual([0, 1, 2]);
  expect(log).toEqual(['closed']);
});
test('destructured', () => {
  const [a, b] = naturals();
  expect([a, b]).toEqual([0, 1]);
});
test('spoken to', () => {
  const it = talk();
  expect(it.next()).toEqual({ value: 'who?', done: false });
  expect(it.next('you').value).toBe('hello you');
  expect(it.throw(new Error('x')).value).toBe('caught x');
  expect(it.next()).toEqual({ value: 'bye', done: true });
  expect(it.next()).toEqual({ value: undefined, done: true });
});
test('its own iterator', () => {
  const it = naturals();
  expect(it[Symbol.iterator]()).toBe(it);
});
test('chained', () => expect([...chain([1], 'ab', new Set([2]), range(2))]).toEqual([1, 'a', 'b', 2, 0, 1]));
test('again and again', () => {
  const two = range(2);
  expect([[...two], [...two]]).toEqual([
    [0, 1],
    [0, 1],
  ]);
});
test('from the suite, without end, closed early', () => {
  let closed = 0;
  function* own() {
    try {
      for (let i = 0; ; i++) yield { i };
    } finally {
      closed++;
    }
  }
  expect(take(own(), 2)).toEqual([{ i: 0 }, { i: 1 }]);
  expect(closed).toBe(1);
});
