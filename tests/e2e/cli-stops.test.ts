import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLog } from '../../src/llm/offline/request-log.ts';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { differingFiles, readRows } from './run-files.ts';
import { startModel, tinyRequests, writeTinyConfig } from './tiny-run.ts';
import { watchWinnow } from './watched.ts';

/** Makes the writing of one request's 1000 tokens cost a dollar at most. */
const price = { input_per_million: 0, output_per_million: 1000 };
const neverMs = 600_000;
let folder: TempFolder;

beforeAll(async () => {
  folder = tempFolder();
  await using model = await startModel();
  await winnowDone(runWith('whole', model.url));
});

afterAll(() => folder[Symbol.dispose]());

describe.concurrent('a run that is stopped', { timeout: 60_000 }, () => {
  test('by its budget ends with 3, has spent no more than that, and goes on with a larger one', async ({ expect }) => {
    await using model = await startModel();
    const args = runWith('budget', model.url, { price, max_concurrency: 1 });
    const { code, stderr } = await winnow([...args, '--budget-usd', '4']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/The budget is reached: \$\d\.\d+ of \$4 /u);
    const { cost_usd: spent } = readAccounting('budget');
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(4);
    expectPrefix('budget');
    await winnowDone([...args, '--budget-usd', '400']);
    expect(differingFiles(folder.file('whole'), folder.file('budget'))).toEqual([]);
  });

  test('by --until ends with 3, and goes on without it', async ({ expect }) => {
    const log = folder.file('until.log');
    await using model = await startModel({ logFile: log });
    const args = runWith('until', model.url);
    const { code, stderr } = await winnow([...args, '--until', '2020-01-31T06:00']);
    expect({ code, requests: readLog(log) }).toEqual({ code: 3, requests: [] });
    expect(stderr).toContain('stopped as --until says');
    await winnowDone(args);
    expect(differingFiles(folder.file('whole'), folder.file('until'))).toEqual([]);
  });

  test('by --until while it works ends with 3 and keeps whole rounds', async ({ expect }) => {
    await using slow = await startModel({ latencyMs: 1000 });
    const soon = new Date(Date.now() + 1500).toISOString();
    const args = runWith('soon', slow.url, { max_concurrency: 1 });
    expect(await winnow([...args, '--until', soon])).toMatchObject({ code: 3, stdout: '' });
    expectPrefix('soon');
  });

  test('by Ctrl-C saves, ends with 130, and goes on to the same files', async ({ expect }) => {
    const log = folder.file('interrupted.log');
    await using model = await startModel({ logFile: log, latencyMs: 50 });
    const args = runWith('interrupted', model.url);
    await using run = watchWinnow(args);
    await run.said(/^seeds 1\/4/mu);
    run.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, signal: null });
    expect(run.words()).toContain('Press Ctrl-C again to end at once');
    expect(run.words()).toContain('the same command goes on from here');
    expectPrefix('interrupted');
    await winnowDone(args);
    expect(differingFiles(folder.file('whole'), folder.file('interrupted'))).toEqual([]);
    expect(readLog(log)).toHaveLength(tinyRequests);
  });

  test('by Ctrl-C sends nothing more, and waits only for what is in flight', async ({ expect }) => {
    const log = folder.file('queued.log');
    await using model = await startModel({ logFile: log, latencyMs: 100 });
    const seeds = { tags: ['offline'], topics: ['strings'], round_size: 4 };
    const endpoint = { base_url: model.url, max_concurrency: 1 };
    const config = writeTinyConfig(folder.file('queued.yaml'), { endpoint, sections: { seeds } });
    await using run = watchWinnow(['run', '--config', config, '--out', folder.file('queued')]);
    await expect.poll(() => existsSync(log) && readLog(log).length, { timeout: 15_000 }).toBeGreaterThan(4);
    run.kill('SIGINT');
    await run.said(/Press Ctrl-C again/u);
    const sent = readLog(log).length;
    expect(await run.ended).toEqual({ code: 130, signal: null });
    expect(readLog(log).length).toBeLessThanOrEqual(sent + 1);
  });

  test('by Ctrl-C twice ends at once with 130', async ({ expect }) => {
    const log = folder.file('twice.log');
    await using model = await startModel({ logFile: log, latencyMs: neverMs });
    await using run = watchWinnow(runWith('twice', model.url));
    await expect.poll(() => existsSync(log) && readLog(log).length, { timeout: 15_000 }).toBe(1);
    run.kill('SIGINT');
    await run.said(/Press Ctrl-C again/u);
    run.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, signal: null });
  });
});

describe('a directory that another process works on', () => {
  test('is refused with 75, and given back when that process dies', async () => {
    await using stuck = await startModel({ latencyMs: neverMs });
    await using model = await startModel();
    await using first = watchWinnow([...runWith('locked', stuck.url), '--until', '2100-01-01']);
    await expect.poll(() => existsSync(folder.file('locked', 'run.db')), { timeout: 15_000 }).toBe(true);
    const args = runWith('locked', model.url);
    const { code, stderr } = await winnow(args);
    expect(code).toBe(75);
    expect(stderr).toContain('Another process is working on');
    first.kill('SIGKILL');
    await first.ended;
    await winnowDone(args);
    expect(differingFiles(folder.file('whole'), folder.file('locked'))).toEqual([]);
  });
});

/** The rows of a stopped run are the first rounds of the whole one's. */
function expectPrefix(name: string): void {
  for (const file of ['samples.jsonl', 'pairs.jsonl', 'rejected.jsonl']) {
    const rows = readRows(folder.file(name, file));
    const whole = readRows(folder.file('whole', file));
    expect(rows).toEqual(whole.slice(0, rows.length));
  }
  const { stages } = readAccounting(name);
  expect(stages.draw.pending).toBeGreaterThan(0);
}

function readAccounting(name: string): AccountingFile {
  return JSON.parse(readFileSync(folder.file(name, 'accounting.json'), 'utf8')) as AccountingFile;
}

function runWith(name: string, url: string, endpoint: object = {}): string[] {
  const config = writeTinyConfig(folder.file(`${name}.yaml`), { endpoint: { base_url: url, ...endpoint } });
  return ['run', '--config', config, '--out', folder.file(name)];
}
