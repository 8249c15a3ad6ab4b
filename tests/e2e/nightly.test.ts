import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { NightRow } from '../../src/core/night.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { startWinnow, tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { readRows } from './run-files.ts';

function writeConfig(folder: TempFolder, more: object = {}): string {
  const path = folder.file('night.yaml');
  const config = {
    endpoint: {
      kind: 'synthetic',
      name: 's',
      model: 'winnow-offline',
      price: { input_per_million: 0.4, output_per_million: 1.6 },
    },
    seeds: { tags: ['offline'], topics: ['strings'], round_size: 2 },
    generate: { solutions: 2, sighted_suites: 0 },
    verify: { mutants: 4, inputs: 8, minimal_suites: false, concurrency: 1 },
    backtranslate: { per_task: 0 },
    ...more,
  };
  writeFileSync(path, stringify(config));
  return path;
}

const nightsOf = (folder: TempFolder, name = 'nights'): NightRow[] =>
  readRows<NightRow>(folder.file(name, 'nights.jsonl'));

function samplesOf(folder: TempFolder, name = 'nights'): { id: string; solution: string }[] {
  const dir = folder.file(name, 'dataset', 'samples');
  return readdirSync(dir).flatMap((file) => readRows<{ id: string; solution: string }>(`${dir}/${file}`));
}

/** Kills a night as soon as its log says that a round has ended. */
async function killAfterARound(args: readonly string[], root: string): Promise<void> {
  const running = startWinnow(args);
  while (!hasEndedARound(root)) await new Promise((resolve) => setTimeout(resolve, 20));
  running.kill('SIGKILL');
  await running.finished;
}

function hasEndedARound(root: string): boolean {
  const nights = join(root, 'nights');
  const logs = existsSync(nights) ? readdirSync(nights).map((night) => join(nights, night, 'log.ndjson')) : [];
  return logs.some((log) => existsSync(log) && readFileSync(log, 'utf8').includes('round-ended'));
}

describe('winnow nightly', () => {
  test('makes a dataset that grows, in which nothing comes twice', async () => {
    using folder = tempFolder();
    const prometheus = folder.file('winnow.prom');
    const config = writeConfig(folder, {
      nightly: { prometheus, command: ['sh', '-c', `echo $WINNOW_NIGHT >> ${folder.file('told')}`] },
    });
    const night = ['nightly', '--config', config, '--out', folder.file('nights'), '--target', '4'];
    const outputs = [];
    for (let count = 0; count < 3; count += 1) outputs.push(await winnowDone(night));
    const nights = nightsOf(folder);
    expect(nights.map(({ version, state }) => [version, state])).toEqual([
      [1, 'done'],
      [2, 'done'],
      [3, 'done'],
    ]);
    const samples = samplesOf(folder);
    expect(samples).toHaveLength(nights.at(-1)?.rows ?? 0);
    expect(new Set(samples.map(({ solution }) => solution)).size).toBe(samples.length);
    for (const { kept, gates } of nights) {
      expect(kept).toBeGreaterThanOrEqual(4);
      expect(gates.every(({ passed }) => passed)).toBe(true);
    }
    expect(outputs[2]?.stdout).toContain(`night of ${nights[2]?.night ?? ''}: done`);
    expect(readFileSync(prometheus, 'utf8')).toContain(`winnow_dataset_rows ${samples.length}`);
    expect(readFileSync(folder.file('told'), 'utf8').split('\n')).toEqual([...nights.map((one) => one.night), '']);
    const page = readFileSync(folder.file('nights', 'report.html'), 'utf8');
    for (const [, link = ''] of page.matchAll(/href="(nights[^"]+)"/gu))
      expect(existsSync(folder.file('nights', decodeURIComponent(link)))).toBe(true);
    await winnowDone([
      'verify',
      folder.file('nights', 'dataset', 'samples', readdirSync(folder.file('nights', 'dataset', 'samples'))[0] ?? ''),
    ]);
  }, 120_000);

  test('a budget ends a night with 3, and the next one goes on without asking again', async () => {
    using folder = tempFolder();
    const config = writeConfig(folder);
    const log = folder.file('requests.log');
    const night = ['nightly', '--config', config, '--out', folder.file('nights'), '--offline-log', log];
    const stopped = await winnow([...night, '--budget-usd', '0.012']);
    expect([stopped.code, nightsOf(folder)[0]?.state]).toEqual([expect.toBeOneOf([3, 100]), 'stopped']);
    expect(nightsOf(folder)[0]?.cost_usd).toBeLessThan(0.02);
    const asked = readLog(log).length;
    await winnow([...night, '--target', '4']);
    const labels = readLog(log).map(({ label }) => JSON.stringify(label));
    expect(labels.length).toBeGreaterThan(asked);
    expect(new Set(labels).size).toBe(labels.length);
  }, 60_000);

  test('a night that was killed is gone on with, and comes to the same', async () => {
    using folder = tempFolder();
    const config = writeConfig(folder);
    const night = (name: string): string[] => [
      'nightly',
      '--config',
      config,
      '--out',
      folder.file(name),
      '--target',
      '6',
    ];
    await killAfterARound(night('killed'), folder.file('killed'));
    const { stderr } = await winnowDone(night('killed'));
    expect(stderr).toContain('going on with the night of');
    await winnowDone(night('whole'));
    expect(samplesOf(folder, 'killed')).toEqual(samplesOf(folder, 'whole'));
    expect(nightsOf(folder, 'killed')).toHaveLength(1);
    expect(existsSync(folder.file('killed', 'current.json'))).toBe(false);
  }, 60_000);

  test('a night that was killed begins anew where the settings are others now', async () => {
    using folder = tempFolder();
    const night = (config: string): string[] => [
      'nightly',
      '--config',
      config,
      '--out',
      folder.file('nights'),
      '--target',
      '6',
    ];
    await killAfterARound(night(writeConfig(folder)), folder.file('nights'));
    const { stderr } = await winnowDone(night(writeConfig(folder, { generate: { solutions: 3, sighted_suites: 0 } })));
    expect(stderr).toContain('it begins anew');
    expect(samplesOf(folder).length).toBe(nightsOf(folder)[0]?.rows);
  }, 60_000);

  test('a gate that fails ends with 100, and the rows are there all the same', async () => {
    using folder = tempFolder();
    const config = writeConfig(folder, { nightly: { gates: { min_kept: 1000 } } });
    const { code, stdout } = await winnow([
      'nightly',
      '--config',
      config,
      '--out',
      folder.file('nights'),
      '--target',
      '2',
    ]);
    expect(code).toBe(100);
    expect(stdout).toContain('min_kept');
    expect(samplesOf(folder).length).toBeGreaterThanOrEqual(2);
  }, 60_000);

  test('needs an end, an address where it is to tell one, and the store for itself', async () => {
    using folder = tempFolder();
    const endless = await winnow(['nightly', '--config', writeConfig(folder), '--out', folder.file('nights')]);
    expect([endless.code, endless.stderr]).toEqual([2, expect.stringContaining('A night needs an end')]);
    const hooked = writeConfig(folder, { nightly: { webhook_env: 'NO_HOOK' } });
    const unset = await winnow(['nightly', '--config', hooked, '--out', folder.file('nights'), '--target', '1']);
    expect([unset.code, unset.stderr]).toEqual([2, expect.stringContaining('NO_HOOK')]);
    const config = writeConfig(folder);
    const first = startWinnow(['nightly', '--config', config, '--out', folder.file('both'), '--target', '6']);
    while (!existsSync(folder.file('both', 'nights.db-wal'))) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await winnow(['nightly', '--config', config, '--out', folder.file('both'), '--target', '6']);
    first.kill('SIGKILL');
    await first.finished;
    expect(second.code).toBe(75);
  }, 60_000);
});
