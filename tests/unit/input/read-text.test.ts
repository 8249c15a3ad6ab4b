import { describe, expect, test } from 'vitest';
import { errorCode, readText } from '../../../src/input/read-text.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

describe('readText', () => {
  test('reads UTF-8', () => {
    expect(readText(tempFile('a.txt', 'naïve 🙂\n'), 'the text')).toBe('naïve 🙂\n');
  });

  test('says that a directory is one', () => {
    const dir = tempDir();
    const error = thrown(() => readText(dir, 'the configuration'));
    expect(error.message).toBe(`Cannot read the configuration ${dir}: it is a directory.`);
    expect(error.cause).toMatchObject({ code: 'EISDIR' });
  });
});

describe('errorCode', () => {
  test.each([
    [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
    [Object.assign(new Error('x'), { code: 7 }), undefined],
    [new Error('x'), undefined],
    [{ code: 'ENOENT' }, undefined],
    [undefined, undefined],
  ])('of %o is %s', (error, code) => {
    expect(errorCode(error)).toBe(code);
  });
});
