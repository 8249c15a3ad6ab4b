import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeLock } from '../../../src/store/lock.ts';
import { startChild } from '../support/child.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

describe('takeLock', () => {
  test('refuses while another process holds it, and takes it when that process was killed', async () => {
    const store = join(tempDir(), 'run.db');
    const child = startChild(new URL('locking-child.ts', import.meta.url), [store]);
    expect((await child.lines.next()).value).toBe('held');
    const error = thrown(() => takeLock(store));
    expect(error).toMatchObject({ code: 'locked', exit: 75 });
    expect(error.message).toContain(`Another process is working on ${store}`);
    await child.kill();
    takeLock(store).release();
  });

  test('refuses a second time in one process, until it is released', () => {
    const store = join(tempDir(), 'run.db');
    const lock = takeLock(store);
    expect(thrown(() => takeLock(store)).code).toBe('locked');
    lock.release();
    takeLock(store).release();
  });

  test('holds one store only', () => {
    const dir = tempDir();
    const locks = ['a.db', 'b.db'].map((name) => takeLock(join(dir, name)));
    for (const lock of locks) lock.release();
  });

  test.each([
    ['a folder that is not there', () => join(tempDir(), 'none', 'run.db'), 'store-unopenable'],
    [
      'a side file that is no lock',
      () => tempFile('run.db.lock', 'text\n'.repeat(50)).replace(/\.lock$/u, ''),
      'store-foreign',
    ],
  ])('says what is wrong with %s', (_what, path, code) => {
    expect(thrown(() => takeLock(path()))).toMatchObject({ code, exit: 2 });
  });
});
