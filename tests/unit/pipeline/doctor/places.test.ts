import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFolder } from '../../../../src/pipeline/doctor/folder.ts';
import { checkMachine, thisMachine, type Machine } from '../../../../src/pipeline/doctor/machine.ts';
import { checkStore } from '../../../../src/pipeline/doctor/store.ts';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';
import { takeLock } from '../../../../src/store/lock.ts';
import { smallDisk } from '../../../e2e/small-disk.ts';
import { tempDir } from '../../support/temp-dir.ts';

describe('a machine', () => {
  const good: Machine = {
    node: '24.21.0',
    platform: 'linux x64',
    cores: 8,
    usableCores: 8,
    memoryBytes: 16e9,
    allowedBytes: undefined,
    openFiles: 20_000,
    now: Date.UTC(2026, 10, 1),
  };
  const statesOf = (machine: Machine): Record<string, string> =>
    Object.fromEntries(checkMachine(machine).map(({ name, state }) => [name, state]));

  test('as it should be is fine, and so is this one', () => {
    expect(new Set(Object.values(statesOf(good)))).toEqual(new Set(['ok']));
    expect(statesOf(thisMachine())['node']).toBe('ok');
  });

  test.each<[string, Partial<Machine>, string]>([
    ['node', { node: '24.14.9' }, 'problem'],
    ['node', { node: '25.1.0' }, 'problem'],
    ['node', { node: '26.0.0' }, 'ok'],
    ['platform', { platform: 'darwin arm64' }, 'note'],
    ['cores', { usableCores: 1 }, 'note'],
    ['memory', { allowedBytes: 1e9 }, 'note'],
    ['open files', { openFiles: 256 }, 'note'],
    ['open files', { openFiles: undefined }, 'ok'],
    ['clock', { now: 0 }, 'problem'],
  ])('%s %j: %s', (name, part, state) => {
    const line = checkMachine({ ...good, ...part }).find((one) => one.name === name);
    expect(line?.state).toBe(state);
    expect(line?.advice !== undefined).toBe(state !== 'ok');
  });
});

describe('a folder', () => {
  test('that takes files is left as it was', () => {
    const dir = tempDir();
    expect(checkFolder(join(dir, 'not', 'there', 'yet')).map(({ state }) => state)).toEqual(['ok', 'ok']);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('that cannot be one is a problem', () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    const [line] = checkFolder(file);
    expect(line).toMatchObject({ state: 'problem', found: expect.stringContaining('ENOTDIR') });
  });

  test('on a full disk is a problem', ({ skip }) => {
    using disk = smallDisk(join(tempDir(), 'disk'));
    if (disk === undefined) return skip('only root may mount a small disk');
    expect(checkFolder(disk.path).map(({ name, state }) => [name, state])).toEqual([
      ['folder', 'ok'],
      ['disk', 'problem'],
    ]);
    writeFileSync(join(disk.path, 'filling'), Buffer.alloc(240 * 1024));
    const [line] = checkFolder(disk.path);
    expect(line).toMatchObject({ state: 'problem', found: expect.stringContaining('ENOSPC') });
    expect(readdirSync(disk.path)).toEqual(['filling']);
  });
});

describe('a store', () => {
  test('that is not there is made by the first run', () => {
    expect(checkStore(join(tempDir(), 'run.db')).map(({ state }) => state)).toEqual(['ok']);
  });

  test('is whole, durable and free; or held', async () => {
    const path = join(tempDir(), 'run.db');
    const store = openEmbeddedStore(path);
    await store.createRun('.', {});
    await store.close();
    expect(checkStore(path).map(({ name, state }) => [name, state])).toEqual([
      ['store', 'ok'],
      ['durability', 'ok'],
      ['lock', 'ok'],
    ]);
    expect(checkStore(path)[0]?.found).toMatch(/1 run$/u);
    const lock = takeLock(path);
    expect(checkStore(path).at(-1)).toMatchObject({ name: 'lock', state: 'note' });
    lock.release();
  });

  test('that is none is a problem', () => {
    const path = join(tempDir(), 'run.db');
    writeFileSync(path, 'this is no database, but a text of more than a hundred bytes, as SQLite wants them'.repeat(3));
    expect(checkStore(path)).toMatchObject([
      { state: 'problem', found: expect.stringContaining('no SQLite database') },
    ]);
  });

  test('that is damaged is a problem', async () => {
    const path = join(tempDir(), 'run.db');
    const store = openEmbeddedStore(path);
    await store.createRun('.', { text: 'x'.repeat(100_000) });
    await store.close();
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(20_000, 7), 0, 20_000, 8192);
    closeSync(file);
    expect(checkStore(path)[0]?.state).toBe('problem');
  });
});
