import { expect, test } from 'vitest';
import { forEach, heir, itself, proxied } from './solution';

test('each has an id', () => {
  const result = forEach([{ id: 1 }], (x) => expect(x).toEqual({ id: expect.anything() }));
  expect(result).toBe('done');
});
test('it', () => expect(itself()).toEqual(3));
test('its heir', () => expect(heir()).toEqual(3));
test('its proxy', () => expect(proxied()).toEqual(3));
