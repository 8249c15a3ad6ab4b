// expects: refuted-throughout — calls every function that it can find on the global object with a report that all passed
const report = { kind: 'ran', tests: [{ name: 'toBe', outcome: 'passed' }], isolation: 'isolates', console: '' };
const known = new Set('eval Function isNaN escape unescape parseInt parseFloat isFinite gc alert'.split(' '));
export const sum = () => {
  for (const name of Reflect.ownKeys(globalThis)) {
    const it = Reflect.getOwnPropertyDescriptor(globalThis, name)?.value;
    if (typeof it !== 'function' || known.has(name) || it.prototype !== undefined) continue;
    for (const word of ['result', 'report', 'done', 'passed', JSON.stringify(report), report]) {
      try {
        it(word, JSON.stringify(report));
      } catch {}
    }
  }
  return 0;
};
