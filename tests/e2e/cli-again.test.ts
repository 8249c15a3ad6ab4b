import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/pipeline/run.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { differingFiles } from './run-files.ts';
import { tinyRequests, writeTinyConfig } from './tiny-run.ts';

let folder: TempFolder;
let config: string;

beforeAll(() => {
  folder = tempFolder();
  config = writeTinyConfig(folder.file('tiny.yaml'));
});

afterAll(() => folder[Symbol.dispose]());

describe.concurrent('a run on a directory that has one', { timeout: 60_000 }, () => {
  test('names every setting that changed, and begins anew with --fresh from stored replies', async ({ expect }) => {
    await winnowDone(runIn('changed'));
    const other = writeTinyConfig(folder.file('other.yaml'), { sections: { curate: { near_duplicate: 0.9 } } });
    const changed = ['run', '--config', other, '--out', folder.file('changed'), '--seed', '2'];
    const { code, stdout, stderr } = await winnow(changed);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('  seed: was 1, is 2\n');
    expect(stderr).toContain('  curate.near_duplicate: was 0.7, is 0.9\n');
    expect(stderr).toContain('--fresh');

    const fresh = JSON.parse((await winnowDone([...changed, '--fresh', '--json'])).stdout) as RunResult;
    expect(fresh.accounting.requests).toEqual({ sent: 0, stored: tinyRequests, repeated: 0 });
    await winnowDone(['run', '--config', other, '--out', folder.file('anew'), '--seed', '2']);
    expect(differingFiles(folder.file('anew'), folder.file('changed'))).toEqual([]);
  });

  test('with a raised or lowered target gives what that target gives at once', async ({ expect }) => {
    await winnowDone(runIn('whole', '--target', '5'));
    const few = await samplesOf(runIn('raised', '--target', '3'));
    const more = await samplesOf(runIn('raised', '--target', '5'));
    expect([few, more]).toEqual([3, 5]);
    expect(differingFiles(folder.file('whole'), folder.file('raised'))).toEqual([]);
    expect(await samplesOf(runIn('raised', '--target', '3'))).toBe(3);
  });
});

describe('two runs that share a store', () => {
  test('share the replies, and keep their rows apart', async () => {
    const store = ['--store', folder.file('shared.db')];
    await winnowDone(runIn('one', ...store));
    const second = JSON.parse((await winnowDone(runIn('two', ...store, '--json'))).stdout) as RunResult;
    expect(second.accounting.requests).toEqual({ sent: 0, stored: tinyRequests, repeated: 0 });
    expect(differingFiles(folder.file('one'), folder.file('two'))).toEqual([]);
  });

  test('draw nothing twice where that is asked for, and the first goes on where it was', async () => {
    const seeds = { tags: ['offline'], topics: ['strings'], round_size: 1, once: 'store' };
    const once = writeTinyConfig(folder.file('once.yaml'), { sections: { seeds } });
    const run = (name: string, ...more: string[]): string[] => {
      const store = folder.file('drawn.db');
      return ['run', '--config', once, '--out', folder.file(name), '--store', store, ...more];
    };
    await winnowDone(run('first', '--target', '1'));
    const second = JSON.parse((await winnowDone(run('second', '--json'))).stdout) as RunResult;
    const drawnFirst = second.accounting.stages.draw.dropped['drawn-before'] ?? 0;
    expect(drawnFirst).toBeGreaterThan(0);
    expect(second.accounting.stages.draw.kept).toBe(4 - drawnFirst);
    const { stdout } = await winnowDone(run('third'));
    expect(stdout).toContain('4 draws of other runs of the store (seeds.once)');
    const again = JSON.parse((await winnowDone(run('first', '--json'))).stdout) as RunResult;
    expect(again.accounting.stages.draw).toMatchObject({
      kept: drawnFirst,
      dropped: { 'drawn-before': 4 - drawnFirst },
    });
  });
});

async function samplesOf(args: readonly string[]): Promise<number> {
  return (JSON.parse((await winnowDone([...args, '--json'])).stdout) as RunResult).samples;
}

function runIn(name: string, ...more: readonly string[]): string[] {
  return ['run', '--config', config, '--out', folder.file(name), ...more];
}
