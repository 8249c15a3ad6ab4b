// expects: accepted — generators without end, with finally, return values, delegation, and values sent in
export const log = [];
export function* naturals() {
  try {
    for (let i = 0; ; i++) yield i;
  } finally {
    log.push('closed');
  }
}
export function* talk() {
  const name = yield 'who?';
  try {
    yield `hello ${name}`;
  } catch (error) {
    yield `caught ${error.message}`;
  }
  return 'bye';
}
export function* chain(...iterables) {
  for (const each of iterables) yield* each;
  return iterables.length;
}
export const take = (iterable, n) => {
  const taken = [];
  for (const x of iterable) {
    if (taken.length >= n) break;
    taken.push(x);
  }
  return taken;
};
export const range = (n) => ({
  *[Symbol.iterator]() {
    for (let i = 0; i < n; i++) yield i;
  },
});
