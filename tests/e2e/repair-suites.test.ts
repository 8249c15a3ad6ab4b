import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unbalanced } from '../../src/core/accounting.ts';
import type { RejectedRow, RepairRow, SampleRow } from '../../src/core/rows.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { solutions, strongSuite, weakSuite, writeLeapYears, wrongSuite } from './leap-replies.ts';
import { tempFolder, winnowDone, type TempFolder } from './helpers.ts';
import { datasetFiles, readRows } from './run-files.ts';
import { writeTinyConfig } from './tiny-run.ts';

let folder: TempFolder;
const [ours, other] = solutions;

beforeAll(() => {
  folder = tempFolder();
});

afterAll(() => folder[Symbol.dispose]());

describe('a run that hands weak suites back', { timeout: 60_000 }, () => {
  test('keeps its rows by suites that kill what the first ones let live, and shows both', async () => {
    const { accounting } = await run('good', [strongSuite], 3);
    expect(unbalanced(accounting.stages)).toEqual([]);
    // One request of three: nothing survives the repaired suite.
    expect(accounting.requests.sent).toBe(6);
    expect(accounting.stages).toMatchObject({
      tests: { in: 2, kept: 2 },
      judge: { in: 6 },
      support: { in: 2, kept: 2 },
    });
    const samples = readRows<SampleRow>(folder.file('good', 'samples.jsonl'));
    expect(samples.map(({ solution, tests }) => [solution, tests])).toEqual([
      [ours, strongSuite],
      [other, strongSuite],
    ]);
    expect(samples[0]?.evidence.mutation).toMatchObject({ kind: 'scored', survived: [], uncovered: [], score: 1 });
    const [repair, ...more] = suiteRepairs('good');
    expect(more).toEqual([]);
    expect(repair).toMatchObject({ before: weakSuite, after: strongSuite, sample: samples[0]?.id });
    expect(repair?.evidence).toMatchObject({ kind: 'mutants-survive', score_after: 1, survived: { 0: { line: 2 } } });
    expect(repair?.evidence['score_before']).toBeLessThan(0.9);
  });

  test('goes on without a request where its files are gone', async () => {
    const before = datasetFiles(folder.file('good'));
    rmSync(folder.file('good', 'samples.jsonl'));
    await run('good', [strongSuite], 3);
    expect(datasetFiles(folder.file('good'))).toEqual(before);
    const again = await run('good', [strongSuite], 3, ['--fresh']);
    expect(again.accounting.requests).toMatchObject({ sent: 0, stored: 6 });
    expect(datasetFiles(folder.file('good'))).toEqual(before);
  });

  test('keeps what it would have kept where what comes back is wrong', async () => {
    await run('none', [], 0);
    const { accounting } = await run('wrong', [wrongSuite], 1);
    expect(unbalanced(accounting.stages)).toEqual([]);
    const keptBy = (name: string) =>
      readRows<SampleRow>(folder.file(name, 'samples.jsonl')).map(({ id, tests, confidence }) => [
        id,
        tests,
        confidence,
      ]);
    expect(keptBy('wrong')).toHaveLength(2);
    expect(keptBy('wrong')).toEqual(keptBy('none'));
    expect(suiteRepairs('wrong')).toEqual([]);
    const rejected = readRows<RejectedRow>(folder.file('wrong', 'rejected.jsonl'));
    expect(rejected.filter(({ stage }) => stage === 'support')).toMatchObject([
      { tests: wrongSuite, reason: { kind: 'contradicted', agreeing: 2 } },
    ]);
  });
});

function suiteRepairs(name: string): RepairRow[] {
  return readRows<RepairRow>(folder.file(name, 'repairs.jsonl')).filter(({ origin }) => origin === 'suite-repair');
}

async function run(
  name: string,
  repairs: readonly string[],
  times: number,
  more: readonly string[] = [],
): Promise<RunResult> {
  const { seeds, replies } = writeLeapYears(folder.file(`${name}-made`), repairs);
  const config = writeTinyConfig(folder.file(`${name}.yaml`), {
    endpoint: { replies },
    sections: {
      seeds: { path: seeds },
      generate: { solutions: 3, blind_suites: 1, sighted_suites: 0, suite_repairs: times },
      curate: { near_duplicate: 1 },
    },
  });
  const args = ['run', '--config', config, '--out', folder.file(name), '--json', ...more];
  return JSON.parse((await winnowDone(args)).stdout) as RunResult;
}
