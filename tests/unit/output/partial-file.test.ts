import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PartialFile, partialOf, readCheckpoint } from '../../../src/output/partial-file.ts';
import { tempDir } from '../support/temp-dir.ts';
import { rejection } from '../support/thrown.ts';

const advice = { flag: '--output', next: 'go on' };
let path: string;

beforeEach(() => {
  path = join(tempDir(), 'folder', 'rows.jsonl');
});

function open(from = 0, state: () => unknown = () => 'state'): Promise<PartialFile> {
  return PartialFile.open({ path, from, state, advice });
}

describe('PartialFile', () => {
  test('has its name only when it is complete, and leaves nothing else behind', async () => {
    const file = await open();
    await file.write('one\n');
    await file.write('two 🙂\n');
    expect(existsSync(path)).toBe(false);
    await file.finish();
    await file.close();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo 🙂\n');
    expect(readdirSync(join(path, '..'))).toEqual(['rows.jsonl']);
  });

  test('notes how far it is safe, with the state at that time', async () => {
    let rows = 0;
    const file = await open(0, () => ({ rows }));
    await file.write('é\n');
    rows = 1;
    await file.save();
    await file.write('two\n');
    rows = 2;
    expect(await readCheckpoint(path)).toEqual({ bytes: 3, state: { rows: 1 } });
    await file.close();
    expect(readFileSync(partialOf(path), 'utf8')).toBe('é\n');
  });

  test('goes on behind what is safe, and drops what is not', async () => {
    mkdirSync(join(path, '..'));
    writeFileSync(partialOf(path), 'one\ntorn and much longer than what follows');
    const file = await open(4);
    await file.write('two\n');
    await file.finish();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  });

  test('forgets at the start what was there before', async () => {
    mkdirSync(join(path, '..'));
    writeFileSync(partialOf(path), 'old');
    writeFileSync(`${partialOf(path)}.json`, '{"bytes": 3, "state": 1}');
    expect(await readCheckpoint(path)).toEqual({ bytes: 3, state: 1 });
    await (await open()).close();
    expect(await readCheckpoint(path)).toBeUndefined();
    expect(readFileSync(partialOf(path), 'utf8')).toBe('');
  });

  test('saves by itself after a while, and when it holds much', async () => {
    const file = await open();
    await file.write('a\n');
    await vi.waitFor(() => expect(readFileSync(partialOf(path), 'utf8')).toBe('a\n'), { timeout: 3000 });
    await file.write(`${'b'.repeat(300_000)}\n`);
    expect(readFileSync(partialOf(path), 'utf8')).toHaveLength(300_003);
    await file.close();
  });

  test('is one zstd frame where its name says so', async () => {
    path = `${path}.zst`;
    const file = await open();
    await file.write('one\n');
    await file.save();
    await file.write('two\n');
    await file.finish();
    expect(zstdDecompressSync(readFileSync(path)).toString()).toBe('one\ntwo\n');
    expect(readdirSync(join(path, '..'))).toEqual(['rows.jsonl.zst']);
  });

  test('refuses a folder at once', async () => {
    mkdirSync(path, { recursive: true });
    expect(await rejection(open())).toMatchObject({ code: 'not-writable', exit: 2 });
  });

  test('says that the disk is full, when it is written and ever after', async () => {
    mkdirSync(join(path, '..'));
    symlinkSync('/dev/full', partialOf(path));
    const file = await open().catch(() => undefined);
    // A device cannot be cut to a length.
    if (file === undefined) return;
    await file.write('one\n');
    expect(await rejection(file.save())).toMatchObject({ code: 'disk-full' });
    expect(await rejection(file.finish())).toMatchObject({ code: 'disk-full' });
    await file.close();
  });

  test('keeps its note true where there is no room for a new one', async () => {
    const file = await open();
    await file.write('one\n');
    await file.save();
    symlinkSync('/dev/full', `${partialOf(path)}.json.new`);
    await file.write('two\n');
    const error = await rejection(file.save());
    expect(error).toMatchObject({ code: 'disk-full', exit: 2 });
    expect(error.message).toBe(`The disk is full: ${path} could not be written. Free some space and go on.`);
    await file.close();
    expect(await readCheckpoint(path)).toEqual({ bytes: 4, state: 'state' });
  });
});
