import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { KeepMeasure } from '../../benchmarks/keep-precision/measure.ts';
import { root, tempFolder, winnowDone } from './helpers.ts';
import { writeSmallConfig } from './run-files.ts';

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'benchmarks', 'main.ts'), ...args], { env: {} });

test('without a name every benchmark is listed', async () => {
  const { stdout } = await bench();
  expect(stdout).toMatch(/keep-precision .+\n {2}kill-resume /u);
});

test('an unknown name exits with 2 and names the nearest', async () => {
  const failure = bench('keep-precison');
  await expect(failure).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/mean keep-precision\?/u) });
});

test('a directory without a finished run exits with 2', async () => {
  using folder = tempFolder();
  const failure = bench('keep-precision', '--run', folder.path);
  await expect(failure).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/is no finished run/u) });
});

test('keep-precision finds every recorded solution of a run again, and no reason that is not the defect', async () => {
  using folder = tempFolder();
  const [config, dir] = [folder.file('winnow.yaml'), folder.file('run')];
  writeSmallConfig(config, { topics: ['trees'] });
  await winnowDone(['run', '--config', config, '--out', dir]);
  const { stdout } = await bench('keep-precision', '--run', dir, '--json');
  const measured = JSON.parse(stdout) as KeepMeasure;
  expect(measured).toMatchObject({ seeds: 2, sampled: { all: 10 }, open: 0, strangers: 0 });
  expect(measured.wrongKept).toHaveLength(measured.kept.all - measured.kept.right);
  expect(measured.floor?.accepted.all).toBeGreaterThanOrEqual(measured.kept.all);
  expect(measured.floor?.anySuite.all).toBeGreaterThanOrEqual(measured.floor?.accepted.all ?? 0);
  expect(measured.reasons.mismatches).toEqual([]);
});
