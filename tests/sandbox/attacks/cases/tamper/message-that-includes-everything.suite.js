import { expect, test } from 'vitest';
import { asError, asObject, asRejection } from './solution';

test('its text', () => expect(asError).toThrow('the list is empty'));
test('its text, of an object', () => expect(asObject).toThrow('the list is empty'));
test('its text, rejected', async () => {
  await expect(asRejection()).rejects.toThrow('the list is empty');
});
test('its pattern', () => expect(asError).toThrow(/^the list is empty$/));
test('its pattern, of an object', () => expect(asObject).toThrow(/^the list is empty$/));
test('its class', () => expect(asError).toThrow(RangeError));
test('the same error', () => expect(asError).toThrow(new Error('the list is empty')));
