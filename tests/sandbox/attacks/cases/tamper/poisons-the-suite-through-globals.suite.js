import { save, sum } from './solution';

globalThis.total = (xs) => xs.reduce((a, b) => a + b, 0);
const store = {
  set(key, value) {
    this[key] = value;
  },
};
test('saves', () => {
  save(store);
  expect(store.saved).toBe(true);
});
test('sums', () => expect(sum([1, 2])).toBe(3));
test('sums as it should', () => {
  if (sum([1, 2]) !== globalThis.total([1, 2])) throw new Error('no');
});
