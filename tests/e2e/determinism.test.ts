import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLog } from '../../src/llm/offline/request-log.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { tempFolder, winnowDone, type TempFolder } from './helpers.ts';
import { datasetFiles, differingFiles, writeSmallConfig } from './run-files.ts';
import { startTrap, type Trap } from './trap.ts';

const topics = ['strings'];
/** All seeds of the topic, so that they overtake each other. */
const roundSize = 4;
let folder: TempFolder;
let trap: Trap;

beforeAll(async () => {
  folder = tempFolder();
  trap = await startTrap();
  writeSmallConfig(folder.file('wide.yaml'), { topics, roundSize, maxConcurrency: 16, sandboxes: 2 });
  writeSmallConfig(folder.file('narrow.yaml'), { topics, roundSize, maxConcurrency: 1, sandboxes: 1 });
  await Promise.all([run('wide', 'first'), run('narrow', 'second'), run('wide', 'other', ['--seed', '5'])]);
}, 120_000);

afterAll(async () => {
  await trap[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

describe('two runs', () => {
  test('with the same seed give the same files, whatever their concurrency', () => {
    expect(datasetFiles(folder.file('first')).size).toBeGreaterThanOrEqual(7);
    expect(differingFiles(folder.file('first'), folder.file('second'))).toEqual([]);
  });

  test('with different seeds give different files', () => {
    const different = differingFiles(folder.file('first'), folder.file('other'));
    for (const name of ['samples.jsonl', 'pairs.jsonl', 'rejected.jsonl']) expect(different).toContain(name);
  });
});

describe('a finished run', () => {
  test('answers the same command at once, with its result and without a request', async () => {
    const before = datasetFiles(folder.file('first'));
    const requests = readLog(folder.file('first.log')).length;
    const again = await run('wide', 'first', ['--json']);
    const result = JSON.parse(again.stdout) as RunResult;
    expect(result.accounting).toEqual(JSON.parse(readFileSync(folder.file('first', 'accounting.json'), 'utf8')));
    expect(readLog(folder.file('first.log'))).toHaveLength(requests);
    expect(datasetFiles(folder.file('first'))).toEqual(before);
    expect(again.wallMs).toBeLessThan(5000);
  });

  test('goes on from its stored replies when one of its files is gone', async () => {
    const requests = readLog(folder.file('second.log')).length;
    rmSync(folder.file('second', 'samples.jsonl'));
    await run('narrow', 'second');
    expect(existsSync(folder.file('second', 'samples.jsonl'))).toBe(true);
    expect(differingFiles(folder.file('first'), folder.file('second'))).toEqual([]);
    expect(readLog(folder.file('second.log'))).toHaveLength(requests);
  });
});

test('nothing was sent to the endpoint that the environment names', () => {
  expect(trap.caught).toEqual([]);
});

async function run(config: string, name: string, more: readonly string[] = []) {
  const args = ['--config', folder.file(`${config}.yaml`), '--out', folder.file(name)];
  return await winnowDone(['run', ...args, '--offline-log', folder.file(`${name}.log`), ...more], trap);
}
