import { expect, test } from 'vitest';
import { wrong } from './solution';

class Point {
  x = 1;
}
const asked = {
  missing: { x: undefined },
  hole: [undefined, 1],
  nan: null,
  infinite: null,
  undefinedInList: [null],
  instance: { x: 1 },
  nullPrototype: { x: 1 },
  subclass: [1],
  arrayLike: [1],
  args: [1],
  setForArray: [1],
  mapForObject: { x: 1 },
  text: 'a',
  flag: false,
  date: '1970-01-01T00:00:00.000Z',
  dateText: new Date(0),
  badDate: null,
  pattern: /a/g,
  patternText: /a/g,
  bytes: [1],
  buffer: new Uint8Array([1]),
  errorText: new Error('a'),
  error: new Error('a'),
  errorShape: new Error('a'),
  hidden: { x: 1 },
  extraKey: { x: 1 },
  symbolKey: { x: 1 },
  entries: [[0, 1]],
  generator: [1],
  functionForObject: { x: 1 },
  longer: [1],
  nullForUndefined: undefined,
  bigint: 1,
  roundedNumber: 9007199254740993n,
  surrogate: '\ud800',
  protoKey: { ['__proto__']: { x: 1 } },
};
test.each(Object.keys(asked))('%s', (kind) => expect(wrong[kind]()).toStrictEqual(asked[kind]));
test('an instance is of its own class', () => expect(wrong.instance()).toBeInstanceOf(Point));
test('false is false', () => expect(!wrong.flag()).toBe(true));
