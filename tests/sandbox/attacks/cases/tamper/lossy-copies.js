// expects: refuted-throughout — results that a careless copy would turn into what is asked for
class Point {
  x = 1;
}
class List extends Array {}
export const wrong = {
  missing: () => ({}),
  hole: () => [, 1],
  nan: () => NaN,
  infinite: () => -Infinity,
  undefinedInList: () => [undefined],
  instance: () => new Point(),
  nullPrototype: () => Object.assign(Object.create(null), { x: 1 }),
  subclass: () => List.of(1),
  arrayLike: () => ({ 0: 1, length: 1 }),
  args: (function () {
    return () => arguments;
  })(1),
  setForArray: () => new Set([1]),
  mapForObject: () => new Map([['x', 1]]),
  text: () => new String('a'),
  flag: () => Object(false),
  date: () => new Date(0),
  dateText: () => '1970-01-01T00:00:00.000Z',
  badDate: () => new Date(NaN),
  pattern: () => /a/,
  patternText: () => '/a/g',
  bytes: () => new Uint8Array([1]),
  buffer: () => new Uint8Array([1]).buffer,
  errorText: () => 'Error: a',
  error: () => new Error('b'),
  errorShape: () => ({ name: 'Error', message: 'a' }),
  hidden: () => Object.defineProperty({}, 'x', { value: 1, enumerable: false }),
  extraKey: () => ({ x: 1, y: undefined }),
  symbolKey: () => ({ x: 1, [Symbol.for('extra')]: 2 }),
  entries: () => [1].entries(),
  generator: () =>
    (function* () {
      yield 1;
    })(),
  functionForObject: () => Object.assign(() => {}, { x: 1 }),
  longer: () => Object.assign([1], { length: 2 }),
  nullForUndefined: () => null,
  bigint: () => 1n,
  roundedNumber: () => 9007199254740992,
  surrogate: () => '\ufffd',
  protoKey: () => ({ __proto__: { x: 1 } }),
};
