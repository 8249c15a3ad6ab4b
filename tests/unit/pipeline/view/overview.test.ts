import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { overviewOf } from '../../../../src/pipeline/view/overview.ts';
import type { Overview } from '../../../../src/report/live/overview.ts';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { addToJournal, admitted, indexed, madeDraw, storeDraws, writeRowFiles } from './made-run.ts';

const draws = [madeDraw(1), madeDraw(2), madeDraw(3)];
/** One that no process has. */
const noPid = 2 ** 22 + 1;
const started = (pid: number) => ({ kind: 'started', pid, seeds: 9, target: 5 }) as const;

function seen(dir: string): Overview {
  const { index, place } = indexed(dir);
  return overviewOf(place, index, undefined);
}

async function begunRun(pid: number): Promise<string> {
  const dir = tempDir();
  await storeDraws(dir, draws);
  const lanes = draws.map(({ key }) => ({ kind: 'lane', key }) as const);
  addToJournal(dir, started(pid), { kind: 'round', round: 1, draws: 4 }, ...lanes, admitted(draws));
  return dir;
}

describe('a run', () => {
  test('goes on while its process is there', async () => {
    expect(seen(await begunRun(process.pid))).toMatchObject({
      state: 'running',
      round: { number: 2, draws: 4, done: 3 },
      kept: 3,
      target: 5,
      rows: { kept: 3, preference: 3, rejected: 6 },
      requests: { sent: 0 },
      tokens: { prompt: 21, completion: 33 },
      hasStore: true,
    });
  });

  test('was stopped where its process is gone', async () => {
    expect(seen(await begunRun(noPid)).state).toBe('stopped');
  });

  test('is finished when its store says so', async () => {
    const dir = await begunRun(process.pid);
    const store = openEmbeddedStore(join(dir, 'run.db'));
    await store.finish((await store.findRun('.'))?.id ?? '', { target: 5 });
    await store.close();
    expect(seen(dir)).toMatchObject({ state: 'finished', kept: 3 });
  });

  test('of which only the files are left is finished when they say what it counted', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws);
    expect(seen(dir)).toMatchObject({ state: 'stopped', kept: 3, hasStore: false });
    const counted = { stages: {}, requests: { sent: 7, stored: 0, repeated: 0 }, tokens: {}, cost_usd: 1.5 };
    writeFileSync(join(dir, 'accounting.json'), JSON.stringify(counted));
    expect(seen(dir)).toMatchObject({ state: 'finished', requests: { sent: 7 }, costUsd: 1.5 });
  });

  test('is the same as long as nothing happens', async () => {
    const dir = await begunRun(process.pid);
    const before = seen(dir);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen(dir)).toEqual(before);
  });

  test('whose store is elsewhere is followed all the same', () => {
    const dir = tempDir();
    addToJournal(dir, started(process.pid), { kind: 'round', round: 0, draws: 4 }, admitted(draws));
    expect(seen(dir)).toMatchObject({ state: 'running', kept: 3, hasStore: false, index: { rows: 0, share: 1 } });
  });

  test('without an index yet is shown all the same', async () => {
    const dir = await begunRun(process.pid);
    const { place } = indexed(dir);
    expect(overviewOf(place, undefined, 'why')).toMatchObject({
      rows: {},
      index: { rows: 0, share: 0, problem: 'why' },
    });
  });
});
