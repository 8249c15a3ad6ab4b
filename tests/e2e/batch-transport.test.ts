import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatLabel } from '../../src/llm/label.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import type { OfflineBatchOptions } from '../../src/llm/offline/server.ts';
import type { AccountingFile } from '../../src/pipeline/write-files.ts';
import { startWinnow, tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { differingFiles } from './run-files.ts';
import { startModel, tinyRequests, writeTinyConfig, type DisposableModel } from './tiny-run.ts';

let folder: TempFolder;

beforeAll(async () => {
  folder = tempFolder();
  await using model = await startModel();
  const config = writeTinyConfig(folder.file('chat.yaml'), { endpoint: { base_url: model.url } });
  await winnowDone(['run', '--config', config, '--out', folder.file('chat')]);
});

afterAll(() => folder[Symbol.dispose]());

describe('a run in batches', { timeout: 60_000 }, () => {
  test('gives the same files as one that sends each request on its own', async () => {
    await using model = await logged('plain', {});
    await winnowDone(runWith('plain', model));
    expect(differingFiles(folder.file('chat'), folder.file('plain'))).toEqual([]);
    expect(readLog(folder.file('plain.log'))).toHaveLength(tinyRequests);
    expect(requestsOf('plain')).toMatchObject({ sent: tinyRequests, repeated: 0 });
  });

  test('gives them also when requests fail and batches expire', async () => {
    await using model = await logged('failing', { failLines: 0.2, expireAfter: 0.4 });
    await winnowDone(runWith('failing', model));
    expect(differingFiles(folder.file('chat'), folder.file('failing'))).toEqual([]);
    expect(answeredIn('failing')).toHaveLength(tinyRequests);
  });

  test.each(['SIGINT', 'SIGKILL'] as const)('goes on with the batch that it waited for at a %s', async (signal) => {
    const stateDir = folder.file(`${signal}.state`);
    await using model = await logged(signal, { delayMs: 1500, stateDir });
    const running = startWinnow(runWith(signal, model));
    await until(() => readLog(folder.file(`${signal}.log`)).length > 0);
    // The client hears of the batch, and notes it, a moment after the server has logged its requests.
    await new Promise((resolve) => setTimeout(resolve, 300));
    running.kill(signal);
    const { code } = await running.finished;
    expect(code).toBe(signal === 'SIGINT' ? 130 : null);
    await using faster = await logged(signal, { stateDir });
    await winnowDone(runWith(signal, faster));
    expect(differingFiles(folder.file('chat'), folder.file(signal))).toEqual([]);
    expect(readLog(folder.file(`${signal}.log`))).toHaveLength(tinyRequests);
    expect(requestsOf(signal)).toMatchObject({ sent: tinyRequests, repeated: 0 });
  });

  test('ends at once with what to do where the server has no Batch API', async () => {
    await using model = await startModel();
    const config = writeTinyConfig(folder.file('none.yaml'), {
      endpoint: { base_url: model.url.replace('/v1', '/v2'), transport: 'batch' },
    });
    const { code, stderr } = await winnow(['run', '--config', config, '--out', folder.file('none')]);
    expect(code).toBe(2);
    expect(stderr).toContain('has no Batch API. Set `endpoint.transport` to `chat`');
  });
});

function logged(name: string, batch: OfflineBatchOptions): Promise<DisposableModel> {
  return startModel({ logFile: folder.file(`${name}.log`), batch });
}

function runWith(name: string, model: DisposableModel): string[] {
  const batch = { linger_ms: 50, poll_ms: 50 };
  const endpoint = { base_url: model.url, transport: 'batch', batch, attempts: 8 };
  const config = writeTinyConfig(folder.file(`${name}.yaml`), { endpoint });
  return ['run', '--config', config, '--out', folder.file(name)];
}

function requestsOf(name: string): AccountingFile['requests'] {
  const file = JSON.parse(readFileSync(folder.file(name, 'accounting.json'), 'utf8')) as AccountingFile;
  return file.requests;
}

function answeredIn(name: string): string[] {
  const answered = readLog(folder.file(`${name}.log`)).filter(({ status }) => status === 200);
  return answered.map(({ label }) => formatLabel(label));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
