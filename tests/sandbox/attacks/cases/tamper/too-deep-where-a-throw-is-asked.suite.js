import { expect, test } from 'vitest';
import { parse, parseLater } from './solution';

test('throws', () => expect(() => parse('[')).toThrow());
test('throws an error', () => expect(() => parse('[')).toThrow(Error));
test('rejects', async () => {
  await expect(parseLater('[')).rejects.toThrow();
});
