import { expect, test } from 'vitest';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { tempFolder, winnow, winnowDone } from './helpers.ts';
import { differingFiles } from './run-files.ts';
import { smallDisk } from './small-disk.ts';
import { startModel, tinyRequests, writeTinyConfig } from './tiny-run.ts';

/** Too little for the first replies, for all of them, and for the files. */
const tooSmall = [150, 300, 480];
const inFlight = 3;

test('a full disk ends a run with 2, and nothing that was stored is lost', async ({ skip }) => {
  using folder = tempFolder();
  using disk = smallDisk(folder.file('disk'));
  if (disk === undefined) return skip('only root may mount a small disk');
  const log = folder.file('log');
  await using model = await startModel({ logFile: log });
  const config = writeTinyConfig(folder.file('tiny.yaml'), { endpoint: { base_url: model.url } });
  const run = ['run', '--config', config, '--out'];

  for (const kilobytes of tooSmall) {
    disk.resize(kilobytes);
    const { code, stdout, stderr } = await winnow([...run, disk.path]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/the disk is full.*run the same command again: nothing .* is lost/iu);
    expect(stderr).not.toMatch(/^\s+at /mu);
  }
  disk.resize(16_384);
  await winnowDone([...run, disk.path]);
  const requests = readLog(log).length;
  await winnowDone([...run, folder.file('whole')]);
  expect(differingFiles(folder.file('whole'), disk.path)).toEqual([]);
  // A reply that arrives when there is no place for it has to be asked for again.
  expect(requests).toBeLessThanOrEqual(tinyRequests + tooSmall.length * inFlight);
}, 60_000);
