import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RejudgeSummary } from '../../src/cli/render/rejudge.ts';
import { unbalanced } from '../../src/core/accounting.ts';
import type { SampleRow } from '../../src/core/rows.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import type { ChangeRow } from '../../src/pipeline/rejudge/compare-decisions.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { takeLock } from '../../src/store/lock.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { datasetFiles, differingFiles, readRows } from './run-files.ts';
import { startModel, tinyRequests, writeTinyConfig } from './tiny-run.ts';
import { watchWinnow } from './watched.ts';

/** Nobody has this variable: an invocation that asks could not begin. */
const endpoint = { base_url: 'http://127.0.0.1:9/v1', api_key_env: 'NO_SUCH_KEY' };
/** As little proof as can be asked for, so that what is kept does not depend on how much is. */
const verify = {
  timeout_ms: 1500,
  types: 'off',
  repeat: 1,
  concurrency: 1,
  profile: 'lenient',
  mutants: 0,
  inputs: 0,
};
/** Of three solutions one repeats another. */
const generate = { solutions: 3, blind_suites: 1, sighted_suites: 0, max_tokens: 1000 };
const requests = tinyRequests + 4;
let folder: TempFolder;
let log: string;

beforeAll(async () => {
  folder = tempFolder();
  log = folder.file('requests.log');
  await using model = await startModel({ logFile: log });
  await winnowDone(['run', '--config', configWith('run', {}, { base_url: model.url }), '--out', folder.file('run')]);
}, 60_000);

afterAll(() => folder[Symbol.dispose]());

describe('judging a run again', { timeout: 60_000 }, () => {
  test('with the same settings needs no server and no key, and gives the same files', async () => {
    const before = datasetFiles(folder.file('run'));
    const summary = await rejudged('same', {});
    expect(summary).toMatchObject({ changed_settings: {}, not_stored: 0, finished: true, seeds: 4 });
    expect(summary.accounting.requests).toEqual({ sent: 0, stored: requests, repeated: 0 });
    expect(summary.comparison).toMatchObject({ kept_now_only: 0, kept_before_only: {}, other_reason: 0 });
    expect(summary.comparison.kept_now).toBe(summary.samples);
    expect(readRows(folder.file('same', 'changes.jsonl'))).toEqual([]);
    expect(differingFiles(folder.file('run'), folder.file('same'))).toEqual(['changes.jsonl']);
    expect(datasetFiles(folder.file('run'))).toEqual(before);
    expect(readLog(log)).toHaveLength(requests);
  });

  test('with another threshold says what is kept no more and why, and the other way round what is new', async () => {
    const summary = await rejudged('fewer', { curate: { near_duplicate: 0.7 } });
    const { comparison } = summary;
    expect(summary.changed_settings).toEqual({ 'curate.near_duplicate': { before: 1, after: 0.7 } });
    expect(comparison).toMatchObject({ kept_now: comparison.kept_before - 1, kept_before_only: { duplicate: 1 } });
    expect(comparison.kept_now).toBe(readRows(folder.file('fewer', 'samples.jsonl')).length);
    expect(unbalanced(summary.accounting.stages)).toEqual([]);
    const [change, ...others] = readRows<ChangeRow>(folder.file('fewer', 'changes.jsonl'));
    expect(others).toEqual([]);
    const samples = readRows<SampleRow>(folder.file('run', 'samples.jsonl'));
    const gone = samples.find(({ solution }) => solution === change?.code);
    expect(change).toMatchObject({
      task: gone?.task.id,
      entry_point: gone?.task.entry_point,
      before: { kept: true, sample: gone?.id, confidence: gone?.confidence },
      after: { kept: false, reason: { kind: 'duplicate' } },
    });

    const store = ['--store', folder.file('run', 'run.db')];
    const back = ['rejudge', '--run', folder.file('fewer'), ...store, '--config', configWith('back'), '--json'];
    expect(JSON.parse((await winnowDone(back)).stdout)).toMatchObject({
      finished: true,
      comparison: { kept_now_only: 1, kept_before_only: {}, kept_both: comparison.kept_now },
    });
  });

  test('again replaces what was rejudged before, with the profile in the name of the directory', async () => {
    const args = ['rejudge', '--run', folder.file('run'), '--config', configWith('again'), '--profile', 'strict'];
    for (const _time of [1, 2]) {
      const { stdout } = await winnowDone(args);
      expect(stdout).toContain('verify.profile lenient → strict');
      expect(stdout).toContain(folder.file('run', 'rejudged-strict'));
    }
    const summary = JSON.parse((await winnowDone([...args, '--json'])).stdout) as RejudgeSummary;
    expect(summary).toMatchObject({ profile: 'strict', dir: folder.file('run', 'rejudged-strict'), not_stored: 0 });
    expect(readRows(folder.file('run', 'rejudged-strict', 'samples.jsonl'))).toHaveLength(summary.samples);
  });

  test('counts what is not stored as faults, and a run of these settings asks for exactly that', async () => {
    const more = { generate: { ...generate, solutions: 4 } };
    const { stdout } = await winnowDone(argsFor('more', more));
    expect(stdout).toContain('not stored     4 requests');
    const summary = await rejudged('more', more);
    expect(summary).toMatchObject({ not_stored: 4, accounting: { requests: { sent: 0 } } });
    expect(summary.accounting.stages.solve.faults).toEqual({ 'llm/not-stored': 4 });
    expect(unbalanced(summary.accounting.stages)).toEqual([]);

    await using model = await startModel();
    const config = configWith('asking', more, { base_url: model.url });
    const store = ['--store', folder.file('run', 'run.db')];
    const asked = await winnowDone(['run', '--config', config, ...store, '--out', folder.file('more'), '--json']);
    expect((JSON.parse(asked.stdout) as RunResult).accounting).toMatchObject({
      requests: { sent: 4 },
      stages: { solve: { kept: 16, faults: {} } },
    });
    // It has become a run whose replies were paid for: it is not written over.
    expect(await winnow(argsFor('more', more))).toMatchObject({ code: 2, stderr: expect.stringContaining('--out') });
  });

  test('compares an unfinished run as far as it came', async () => {
    await using model = await startModel();
    const price = { input_per_million: 0, output_per_million: 1000 };
    const config = configWith('part', {}, { base_url: model.url, price, max_concurrency: 1 });
    const budget = ['--budget-usd', '4'];
    expect(await winnow(['run', '--config', config, '--out', folder.file('part'), ...budget])).toMatchObject({
      code: 3,
    });
    const { stdout } = await winnowDone(['rejudge', '--run', folder.file('part'), '--config', config]);
    expect(stdout).toMatch(/^unfinished {5}.*part: only what it has so far is compared$/mu);
    const samples = readRows<SampleRow>(folder.file('part', 'samples.jsonl'));
    expect(samples.length).toBeGreaterThan(0);
    expect(readRows(folder.file('part', 'rejudged-lenient', 'samples.jsonl'))).toEqual(samples);
  });

  test('stops at Ctrl-C with 130, and comes to the same end afterwards', async () => {
    const args = argsFor('stopped', { verify: { ...verify, repeat: 3 } });
    await using run = watchWinnow(args);
    await run.said(/^seeds 1\/4/mu);
    run.kill('SIGINT');
    expect(await run.ended).toEqual({ code: 130, signal: null });
    expect(run.words()).toContain('the same command does not judge it again');
    const summary = JSON.parse((await winnowDone([...args, '--json'])).stdout) as RejudgeSummary;
    expect(summary).toMatchObject({ seeds: 4, not_stored: 0, comparison: { kept_before_only: {} } });
  });
});

describe('a run that cannot be judged again', { timeout: 60_000 }, () => {
  test.each([
    ['the name of its endpoint', { name: 'other' }, 'endpoint.name: was "tiny", is "other"'],
    ['its model', { model: 'other' }, 'endpoint.model: was "winnow-offline", is "other"'],
  ])('as %s is another has no stored replies, and the setting is named', async (_what, other, words) => {
    const config = configWith(`no-${words.length}`, {}, { ...endpoint, ...other });
    const { code, stdout, stderr } = await winnow(['rejudge', '--run', folder.file('run'), '--config', config]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('No reply of the run in');
    expect(stderr).toContain(words);
  });

  test('is named: no store, no files, no run of that name', async () => {
    const config = configWith('missing');
    mkdirSync(folder.file('empty'));
    const inFolder = (name: string, ...more: string[]) =>
      winnow(['rejudge', '--run', folder.file(name), '--config', config, '--out', folder.file('new'), ...more]);
    const store = ['--store', folder.file('run', 'run.db')];
    expect(await inFolder('nowhere')).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no store') });
    expect(await inFolder('empty', ...store)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds no files of a run'),
    });
    expect(await winnow([...argsFor('run', {}), '--json'])).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('"code":"out-taken"'),
    });
  });

  test('while another process holds its store waits for nobody: exit 75', async () => {
    const lock = takeLock(folder.file('run', 'run.db'));
    try {
      expect(await winnow(argsFor('locked', {}))).toMatchObject({ code: 75, stdout: '' });
    } finally {
      lock.release();
    }
  });
});

/** A configuration like the run's, but for the sections given, whose endpoint answers nobody unless it is given. */
function configWith(name: string, sections: object = {}, to: object = endpoint): string {
  return writeTinyConfig(folder.file(`${name}.yaml`), {
    endpoint: { ...to },
    sections: { verify, generate, curate: { near_duplicate: 1 }, ...sections },
  });
}

function argsFor(out: string, sections: object): string[] {
  return ['rejudge', '--run', folder.file('run'), '--config', configWith(out, sections), '--out', folder.file(out)];
}

async function rejudged(out: string, sections: object): Promise<RejudgeSummary> {
  return JSON.parse((await winnowDone([...argsFor(out, sections), '--json'])).stdout) as RejudgeSummary;
}
