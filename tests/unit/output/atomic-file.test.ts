import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { diskError, writeAtomically, writeJsonl } from '../../../src/output/atomic-file.ts';
import { tempDir } from '../support/temp-dir.ts';
import { rejection } from '../support/thrown.ts';

describe('writeAtomically', () => {
  test('writes the parts one after the other, in folders that it makes', async () => {
    const path = join(tempDir(), 'a', 'b', 'file.txt');
    await writeAtomically(path, ['one', '', ' 🙂\n']);
    expect(readFileSync(path, 'utf8')).toBe('one 🙂\n');
    expect(readdirSync(join(path, '..'))).toEqual(['file.txt']);
  });

  test('writes under another name until it is complete', async () => {
    const path = join(tempDir(), 'file.txt');
    writeFileSync(path, 'old');
    const parts = async function* () {
      yield 'new';
      await vi.waitFor(() => expect(readFileSync(`${path}.partial`, 'utf8')).toBe('new'));
      expect(readFileSync(path, 'utf8')).toBe('old');
      yield 'er';
    };
    await writeAtomically(path, parts());
    expect(readFileSync(path, 'utf8')).toBe('newer');
  });

  test('keeps the old file, and no part of the new one, when its source fails', async () => {
    const path = join(tempDir(), 'file.txt');
    writeFileSync(path, 'old');
    const failure = new Error('the source broke');
    const parts = function* () {
      yield 'new';
      throw failure;
    };
    await expect(writeAtomically(path, parts())).rejects.toBe(failure);
    expect(readdirSync(join(path, '..'))).toEqual(['file.txt']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test('says that the disk is full, and leaves nothing behind', async () => {
    const path = join(tempDir(), 'file.txt');
    symlinkSync('/dev/full', `${path}.partial`);
    const error = await rejection(writeAtomically(path, ['x']));
    expect(error).toMatchObject({ code: 'disk-full', exit: 2, cause: { code: 'ENOSPC' } });
    expect(error.message).toContain(path);
    expect(error.message).toContain('Free some space and run the same command again');
    expect(readdirSync(join(path, '..'))).toEqual([]);
    expect(existsSync('/dev/full')).toBe(true);
  });

  test('says that a place cannot be written', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    const error = await rejection(writeAtomically(join(file, 'inside.txt'), ['x']));
    expect(error).toMatchObject({ code: 'not-writable', exit: 2 });
    expect(error.message).toContain('Choose another place with --out');
  });

  test('says that a folder stands in the way', async () => {
    const path = join(tempDir(), 'file.txt');
    mkdirSync(path);
    expect(await rejection(writeAtomically(path, ['x']))).toMatchObject({ code: 'not-writable', exit: 2 });
    expect(readdirSync(join(path, '..'))).toEqual(['file.txt']);
  });
});

describe('writeJsonl', () => {
  test('writes one JSON value a line', async () => {
    const path = join(tempDir(), 'rows.jsonl');
    await writeJsonl(path, [{ text: 'a\nb\u2028' }, null, 3]);
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 3).map((line) => JSON.parse(line) as unknown)).toEqual([{ text: 'a\nb\u2028' }, null, 3]);
  });

  test('writes an empty file for no rows', async () => {
    const path = join(tempDir(), 'rows.jsonl');
    await writeJsonl(path, []);
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});

describe('diskError', () => {
  test.each(['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'])('tells people what %s means', (code) => {
    expect(diskError('/x', Object.assign(new Error('x'), { code }))).toMatchObject({ code: 'not-writable', exit: 2 });
  });

  test('leaves other errors as they are', () => {
    const error = new TypeError('a defect');
    expect(diskError('/x', error)).toBe(error);
  });
});
