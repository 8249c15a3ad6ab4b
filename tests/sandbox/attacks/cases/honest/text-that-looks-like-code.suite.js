import { expect, test } from 'vitest';
import { all, echo, map, nested, record } from './solution';

test('texts', () => {
  expect(all()).toHaveLength(36);
  expect(all().slice(2, 9)).toEqual(['$0', '$ref', '@@type', '#1', '\u0000', '\u0001f:0', '{"a":1}']);
});
test('keys', () => {
  expect(new Set(Object.keys(record()))).toEqual(new Set(all()));
  for (const text of all()) expect(Object.getOwnPropertyDescriptor(record(), text).value).toBe(text);
});
test('map', () => expect([...map().keys()]).toEqual(all()));
test('nested', () => expect(nested()[3]).toEqual({ $ref: '$ref', type: '$ref', id: 0 }));
test('echo', () => {
  for (const text of all()) expect(echo({ [text]: text, list: [text] })).toEqual({ [text]: text, list: [text] });
  for (const value of nested()) expect(echo(value)).toEqual(value);
});
