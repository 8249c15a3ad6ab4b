import { expect, test } from 'vitest';
import { forEach, mapLater, read } from './solution';

test('each', () => {
  expect.hasAssertions();
  forEach([1, 1], (x) => expect(x).toBe(1));
});
test('called back', () =>
  read('file', (error, text) => {
    expect(error).toBeNull();
    expect(text).toBe('content');
  }));
test('called back, later', async () => {
  await mapLater([1], async (x) => {
    await null;
    expect(x).toEqual(1);
  });
});
