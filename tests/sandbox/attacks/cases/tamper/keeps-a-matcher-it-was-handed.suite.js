import { expect, test } from 'vitest';
import { changed, heir, itself, keep } from './solution';

test('keeps', () => expect(keep(expect.any(Number))).toBe(true));
test('it', () => expect(itself()).toEqual(3));
test('its heir', () => expect(heir()).toEqual(3));
test('changed', () => {
  const matcher = expect.objectContaining({ a: 1 });
  changed(matcher);
  expect({ a: 2 }).toEqual(matcher);
});
