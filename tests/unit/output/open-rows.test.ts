import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isStream, openRows } from '../../../src/output/open-rows.ts';
import { readerGone } from '../../../src/output/stream-sink.ts';
import { collect } from '../support/collect.ts';
import { tempDir } from '../support/temp-dir.ts';
import { rejection } from '../support/thrown.ts';

const options = { from: 0, state: () => undefined, advice: { flag: '--output', next: 'go on' } };

/** A named pipe in a folder of its own. */
function namedPipe(): string {
  const path = join(tempDir(), 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

describe('isStream', () => {
  test('tells what can be renamed from what cannot', () => {
    const folder = tempDir();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const paths = ['-', '/dev/null', namedPipe(), file, folder, join(folder, 'none'), join(file, 'below')];
    expect(paths.map(isStream)).toEqual([true, true, true, false, false, false, false]);
  });
});

describe('openRows', () => {
  test('writes to a named pipe as rows come', async () => {
    const path = namedPipe();
    const reading = collect(createReadStream(path, 'utf8'));
    const rows = await openRows({ ...options, path });
    await rows.write('one\n');
    await rows.write('two\n');
    await rows.finish();
    expect((await reading).join('')).toBe('one\ntwo\n');
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  test('notices that nobody reads a pipe any more', async () => {
    const path = namedPipe();
    const reader = createReadStream(path);
    const rows = await openRows({ ...options, path });
    const closed = once(reader, 'close');
    reader.destroy();
    await closed;
    await rows.write('one\n');
    expect(await rejection(rows.save())).toMatchObject({ code: readerGone });
    expect(await rejection(rows.finish())).toMatchObject({ code: readerGone });
    await rows.close();
  });

  test('says that a device is full', async () => {
    const rows = await openRows({ ...options, path: '/dev/full' });
    await rows.write('one\n');
    expect(await rejection(rows.finish())).toMatchObject({ code: 'disk-full', exit: 2 });
    await rows.close();
  });

  test('makes a file of everything else', async () => {
    const path = join(tempDir(), 'rows');
    const rows = await openRows({ ...options, path });
    await rows.finish();
    expect(existsSync(path)).toBe(true);
  });
});
