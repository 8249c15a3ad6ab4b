import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PairRow, RejectedRow, SampleRow } from '../../src/core/rows.ts';
import type { Overview } from '../../src/report/live/overview.ts';
import type { Story } from '../../src/report/story/story.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { readRows } from './run-files.ts';
import { writeTinyConfig } from './tiny-run.ts';
import { startView, until, type ViewServer } from './view-server.ts';

let folder: TempFolder;
let dir: string;
let server: ViewServer;

beforeAll(async () => {
  folder = tempFolder();
  dir = folder.file('run');
  const config = writeTinyConfig(folder.file('tiny.yaml'), { sections: { backtranslate: { per_task: 1 } } });
  await winnowDone(['run', '--config', config, '--out', dir]);
  server = await startView(dir);
  await until(overview, ({ index }) => index.rows > 0 && index.share === 1);
}, 120_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const overview = (): Promise<Overview> => server.json('/api/overview');
const samples = (): SampleRow[] => readRows(join(dir, 'samples.jsonl'));
const rejected = (): RejectedRow[] => readRows(join(dir, 'rejected.jsonl'));
const pairs = (): PairRow[] => readRows(join(dir, 'pairs.jsonl'));

async function shown(id: string, from = dir): Promise<Story> {
  const { stdout } = await winnowDone(['show', id, '--run', from, '--json']);
  return JSON.parse(stdout) as Story;
}

describe('winnow show', () => {
  test('finds every reply that a sample is made of', async () => {
    const [sample] = samples();
    const story = await shown(sample?.id ?? '');
    expect(story).toMatchObject({ kind: 'kept', from: 'store', gaps: [] });
    const stages = story.requests.map(({ stage, reply }) => [stage, reply !== undefined]);
    expect(stages).toEqual(
      expect.arrayContaining([
        ['task', true],
        ['solve', true],
        ['tests', true],
      ]),
    );
    expect(stages.filter(([, isThere]) => !isThere)).toEqual([]);
    const own = story.solutions.find(({ isOwn }) => isOwn);
    expect(own?.code).toBe(sample?.solution);
    expect(own?.verdicts.map(({ kind }) => kind)).toContain('accepted');
  });

  test('tells of what was rejected, of pairs and of tasks', async () => {
    const [drop] = rejected();
    expect(await shown(drop?.id ?? '')).toMatchObject({ kind: 'rejected', row: { reason: drop?.reason } });
    const pair = pairs().at(-1);
    expect(await shown(pair?.id ?? '')).toMatchObject({ kind: 'pair', sample: { id: pair?.sample } });
    const task = samples()[0]?.task.id ?? '';
    expect((await shown(task)).solutions.length).toBeGreaterThan(0);
  });

  test('prints lines of at most 80 columns', async () => {
    const { stdout } = await winnowDone(['show', samples()[0]?.id ?? '', '--run', dir]);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('works without the store, and says what is missing', async () => {
    const copy = folder.file('without-store');
    cpSync(dir, copy, { recursive: true, filter: (path) => !/(?:run|view)\.db/u.test(path) });
    const story = await shown(samples()[0]?.id ?? '', copy);
    expect(story).toMatchObject({ kind: 'kept', from: 'files', requests: [] });
    expect(story.gaps).toHaveLength(1);
  });

  test('names the nearest ids for one that is not there', async () => {
    const { code, stderr } = await winnow(['show', 'sample_zzz', '--run', dir]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/The nearest are \w+_[0-9a-f]+/u)]);
  });
});

describe('winnow serve --run', () => {
  test('shows a finished run by its accounting', async () => {
    const accounting = JSON.parse(readFileSync(join(dir, 'accounting.json'), 'utf8')) as { stages: object };
    expect(await overview()).toMatchObject({ state: 'finished', kept: samples().length, stages: accounting.stages });
    expect(await server.text('/')).toContain('data-state="finished"');
  });

  test('lists every row of the files, and shows each', async () => {
    const { rows } = await server.json<{ rows: { id: string }[] }>('/api/rows?kind=kept');
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      samples()
        .map(({ id }) => id)
        .toSorted(),
    );
    for (const { id } of rows) expect(await server.text(`/rows/${id}`)).toContain('a sample of the dataset');
  });

  test('is gone at once when it is asked to end, also with a browser that listens', async () => {
    await using own = await startView(dir);
    const events = await fetch(`${own.url}/events`);
    own.process.kill('SIGTERM');
    expect((await own.process.ended).code).toBe(0);
    await events.body?.cancel().catch(() => {});
  });

  test('builds its index anew where that is none', async () => {
    const copy = folder.file('copied');
    cpSync(dir, copy, { recursive: true, filter: (path) => !path.includes('view.db') });
    copyFileSync(join(dir, 'samples.jsonl'), join(copy, 'view.db'));
    await using own = await startView(copy);
    const seen = await until(
      () => own.json<Overview>('/api/overview'),
      ({ index }) => index.share === 1,
    );
    expect(seen.rows['kept']).toBe(samples().length);
  });

  test('asks others than this machine for a token', async () => {
    const { code, stderr } = await winnow(['serve', '--run', dir, '--host', '0.0.0.0']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--token-env')]);
    await using own = await startView(dir, ['--token-env', 'PASS'], { PASS: 'sesame' });
    expect((await fetch(own.url)).status).toBe(401);
    const entered = await fetch(`${own.url}/?token=sesame`, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(own.url, { headers: { cookie } })).status).toBe(200);
  });

  test.each([[[]], [['--judge', '--run', 'x']]])('needs one thing to serve: %j', async (args) => {
    const { code, stderr } = await winnow(['serve', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/either --run DIR .* or --judge/u)]);
  });

  test('refuses a directory without a run', async () => {
    const { code, stderr } = await winnow(['serve', '--run', folder.file('nothing')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no run in')]);
  });
});
