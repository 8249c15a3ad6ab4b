import { expect, test } from 'vitest';
import { fail, texts } from './solution';

test('texts', () => {
  const all = ['\ud800', 'x\udfff', '\u0000', '\u001b[31m\u0007', '\u202e\u2066', '\ufffe\uffff', '\u2028'];
  expect(texts()).toEqual(all);
  expect(texts()[0].charCodeAt(0)).toBe(0xd800);
});
test('errors', () => expect(fail).toThrow('\ud800 \u202e\u2066 \u001b[31mRED\u001b[0m \u0007\u0000'));
