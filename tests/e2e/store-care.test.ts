import { existsSync, openSync, writeSync, closeSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeLock } from '../../src/store/lock.ts';
import { differingFiles } from './run-files.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { writeTinyConfig } from './tiny-run.ts';

let folder: TempFolder;
let run: string[];
beforeAll(async () => {
  folder = tempFolder();
  run = ['run', '--config', writeTinyConfig(folder.file('tiny.yaml')), '--out'];
  await winnowDone([...run, folder.file('run')]);
});
afterAll(() => folder[Symbol.dispose]());

const store = (): string => folder.file('run', 'run.db');

test('a store is checked, and what is in it is said', async () => {
  const { stdout } = await winnowDone(['store', 'check', store()]);
  expect(stdout).toMatch(/^state {2,}whole$/mu);
  expect(stdout).toMatch(/^runs {2,}1 finished, 0 open$/mu);
  const { stdout: json } = await winnowDone(['store', 'check', store(), '--json']);
  expect(JSON.parse(json)).toMatchObject({ runs: { finished: 1 }, replies: 16, damage: [] });
});

test('a copy is a store of its own, and is written over nothing', async () => {
  const copy = folder.file('copy.db');
  await winnowDone(['store', 'backup', store(), copy]);
  await winnowDone([...run, folder.file('again'), '--store', copy]);
  expect(differingFiles(folder.file('run'), folder.file('again'))).toEqual([]);
  const { code, stderr } = await winnow(['store', 'backup', store(), copy]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')]);
  expect(existsSync(`${copy}.partial`)).toBe(false);
});

test('replies are forgotten, and the run is finished all the same', async () => {
  const copy = folder.file('pruned.db');
  await winnowDone(['store', 'backup', store(), copy]);
  expect(JSON.parse((await winnowDone(['store', 'prune', copy, '--json'])).stdout)).toEqual({ forgotten: 16 });
  await winnowDone(['store', 'compact', copy]);
  const { stdout } = await winnowDone(['store', 'check', copy, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ replies: 0, freeBytes: 0, runs: { finished: 1 } });
});

test('nothing is changed while somebody works on it', async () => {
  const lock = takeLock(store());
  const codes = await Promise.all(
    ['prune', 'compact'].map(async (what) => (await winnow(['store', what, store()])).code),
  );
  lock.release();
  expect(codes).toEqual([75, 75]);
});

test('what is no store, not there or damaged is said', async () => {
  writeFileSync(folder.file('text.db'), 'a text that is no database at all, and long enough for a header'.repeat(4));
  expect(await winnow(['store', 'check', folder.file('text.db')])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no SQLite database'),
  });
  expect(await winnow(['store', 'check', folder.file('none.db')])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no store at'),
  });
  const damaged = folder.file('damaged.db');
  await winnowDone(['store', 'backup', store(), damaged]);
  const file = openSync(damaged, 'r+');
  writeSync(file, Buffer.alloc(30_000, 3), 0, 30_000, 12_288);
  closeSync(file);
  const { code, stdout, stderr } = await winnow(['store', 'check', damaged]);
  expect([2, 100]).toContain(code);
  expect(stdout + stderr).toMatch(/damaged/iu);
});
