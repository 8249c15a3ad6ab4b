// expects: refuted-throughout — defines globals of every name that a harness might use, for good
const names = ['expect', 'test', 'it', 'describe', 'vi', 'jest', 'fc', 'assert', 'process', 'require', 'module', 'ivm'];
for (const name of [
  ...names,
  'solution',
  'suite',
  '__guest',
  '__host',
  '__membrane',
  '__send',
  '__call',
  'reply',
  '$0',
]) {
  Reflect.defineProperty(globalThis, name, { get: () => () => ({ asymmetricMatch: () => true }), set() {} });
}
export const sum = () => 0;
