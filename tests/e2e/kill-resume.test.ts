import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLog } from '../../src/llm/offline/request-log.ts';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import { tempFolder, winnowDone, type TempFolder } from './helpers.ts';
import { asSoonAs, runThroughKills, type KilledRun, type RunToKill } from './kills.ts';
import { checkRequests } from './request-checks.ts';
import { datasetFiles, differingFiles, writeSmallConfig } from './run-files.ts';
import { startTrap, type Trap } from './trap.ts';

const topics = ['dates'];
const maxConcurrency = 4;
let folder: TempFolder;
let trap: Trap;
let killed: KilledRun;

beforeAll(async () => {
  folder = tempFolder();
  trap = await startTrap();
  writeSmallConfig(folder.file('winnow.yaml'), { topics, maxConcurrency });
  const whole = toRun('whole');
  const run = toRun('killed');
  const requests = (count: number) => asSoonAs(() => readLog(run.log).length >= count);
  const names = ['samples.jsonl', 'samples.jsonl.partial'];
  const filesBegun = asSoonAs(() => names.some((name) => existsSync(folder.file('killed', name))));
  [killed] = await Promise.all([
    runThroughKills(run, [requests(3), requests(12), filesBegun]),
    winnowDone(whole.args, whole),
  ]);
}, 120_000);

afterAll(async () => {
  await trap[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

describe('a run that is killed and started again until it ends', () => {
  test('was killed three times, while it asked and while it wrote its files', () => {
    expect(killed.kills).toHaveLength(3);
    expect(killed.kills[0]?.logged).toBeLessThan(12);
    expect(killed.kills[2]?.replied.size).toBeGreaterThan(20);
  });

  test('gives the same files, byte by byte, as one that nothing interrupts', () => {
    expect(datasetFiles(folder.file('whole')).size).toBeGreaterThanOrEqual(7);
    expect(differingFiles(folder.file('whole'), folder.file('killed'))).toEqual([]);
  });

  test('asks for no stored reply again, and counts what it repeats', () => {
    const { requests } = accounting('killed');
    const uninterrupted = accounting('whole').requests.sent;
    const log = folder.file('killed.log');
    const check = checkRequests({ log, requests, kills: killed.kills, maxConcurrency, uninterrupted });
    expect(check.problems).toEqual([]);
    expect(killed.kills.some(({ replied }) => replied.size > 0)).toBe(true);
  });

  test('accounts for the same rows', () => {
    expect(accounting('killed').stages).toEqual(accounting('whole').stages);
  });

  test('leaves no process behind', () => {
    expect(killed.kills.some(({ orphans }) => orphans > 0)).toBe(true);
    for (const { orphansMs } of killed.kills) expect(orphansMs).toBeLessThan(3000);
  });

  test('sends nothing to the endpoint that the environment names', () => {
    expect(trap.caught).toEqual([]);
  });
});

function toRun(name: string): RunToKill {
  const [dir, log] = [folder.file(name), folder.file(`${name}.log`)];
  const args = ['run', '--config', folder.file('winnow.yaml'), '--out', dir, '--offline-log', log];
  return { dir, log, topics, args, env: trap.env };
}

function accounting(name: string): AccountingFile {
  return JSON.parse(readFileSync(folder.file(name, 'accounting.json'), 'utf8')) as AccountingFile;
}
