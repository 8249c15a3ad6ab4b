import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { readLog } from '../../../../src/llm/offline/request-log.ts';
import { startOfflineModel, type OfflineBatchOptions } from '../../../../src/llm/offline/server.ts';
import { offline, repliesDir, tempDir } from '../helpers.ts';

function sdkOf(baseURL: string): OpenAI {
  return new OpenAI({ apiKey: 'k', baseURL, maxRetries: 0 });
}

function lineOf(sample: number, more: object = {}): object {
  const metadata = { winnow_request: `stage=solve; seed=strings/soft-wrap; sample=${sample}` };
  const body = { model: 'winnow-offline', messages: [{ role: 'user', content: 'Hi' }], metadata };
  return { custom_id: `request-${sample}`, method: 'POST', url: '/v1/chat/completions', body, ...more };
}

async function submit(sdk: OpenAI, lines: readonly object[], metadata = {}): Promise<OpenAI.Batch> {
  const file = new File([lines.map((line) => `${JSON.stringify(line)}\n`).join('')], 'batch.jsonl');
  const { id } = await sdk.files.create({ file, purpose: 'batch' });
  return sdk.batches.create({
    input_file_id: id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
    metadata,
  });
}

async function linesOf(sdk: OpenAI, file: string | undefined): Promise<unknown[]> {
  const text = await (await sdk.files.content(file ?? '')).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

async function serving(batch: OfflineBatchOptions = {}) {
  const logFile = `${tempDir()}/log.jsonl`;
  const { url } = await offline({ batch, logFile });
  return { sdk: sdkOf(url), logFile };
}

describe('a batch at the offline model', () => {
  test('answers each request by the name in its body, good and bad in files of their own', async () => {
    const { sdk, logFile } = await serving();
    const batch = await submit(sdk, [lineOf(0), lineOf(9), lineOf(2), lineOf(1)], { winnow: 'abc' });
    expect(batch).toMatchObject({ status: 'completed', metadata: { winnow: 'abc' } });
    expect(batch.request_counts).toEqual({ total: 4, completed: 2, failed: 2 });
    const good = await linesOf(sdk, batch.output_file_id);
    expect(good).toMatchObject([{ custom_id: 'request-0' }, { custom_id: 'request-1' }]);
    expect(good[0]).toMatchObject({
      response: { status_code: 200, body: { choices: [{ message: { content: 'Use `segments` 🙂 here.' } }] } },
    });
    expect(await linesOf(sdk, batch.error_file_id)).toMatchObject([
      { custom_id: 'request-9', response: { status_code: 404, body: { error: { code: 'not_recorded' } } } },
      { custom_id: 'request-2', response: { status_code: 422 } },
    ]);
    expect(readLog(logFile).map(({ status }) => status)).toEqual([200, 404, 200, 200]);
  });

  test('is in progress for a while, and shows nothing of its answers', async () => {
    const { sdk } = await serving({ delayMs: 60_000 });
    const { id } = await submit(sdk, [lineOf(0)]);
    expect(await sdk.batches.retrieve(id)).toMatchObject({ status: 'in_progress', output_file_id: null });
    expect(await sdk.batches.cancel(id)).toMatchObject({ status: 'cancelled', output_file_id: null });
    expect(await sdk.batches.retrieve(id)).toMatchObject({ status: 'cancelled' });
  });

  test('can expire with requests unanswered, but never all of them', async () => {
    const { sdk } = await serving({ expireAfter: 1 });
    const batch = await submit(sdk, [lineOf(0), lineOf(1)]);
    expect(batch).toMatchObject({ status: 'expired', request_counts: { total: 2, completed: 1 } });
    expect((await submit(sdk, [lineOf(1)])).status).toBe('completed');
  });

  test('can fail requests', async () => {
    const { sdk } = await serving({ failLines: 1 });
    const batch = await submit(sdk, [lineOf(0)]);
    expect(await linesOf(sdk, batch.error_file_id)).toMatchObject([{ response: { status_code: 500 } }]);
  });

  test.each([
    ['an id that is used twice', [lineOf(0), lineOf(0)], 'duplicate_custom_id', 2],
    ['another endpoint', [lineOf(0, { url: '/v1/embeddings' })], 'invalid_url', 1],
    ['no id', [lineOf(0, { custom_id: undefined })], 'missing_required_parameter', 1],
    ['no request', [], 'empty_file', null],
  ])('fails as a whole for %s', async (_what, lines, code, line) => {
    const { sdk, logFile } = await serving();
    const batch = await submit(sdk, lines);
    expect(batch).toMatchObject({ status: 'failed', errors: { data: [{ code, line }] } });
    expect(readLog(logFile)).toEqual([]);
  });

  test('is refused for a file that is not there, and a form that is none', async () => {
    const { sdk } = await serving();
    const batch = { input_file_id: 'file_9', endpoint: '/v1/chat/completions', completion_window: '24h' } as const;
    await expect(sdk.batches.create(batch)).rejects.toThrow('There is no file file_9');
    await expect(sdk.batches.retrieve('batch_9')).rejects.toThrow('There is no batch batch_9');
    await expect(sdk.files.content('file_9')).rejects.toThrow('There is no file file_9');
    await expect(sdk.post('/files', { body: { purpose: 'batch' } })).rejects.toThrow('400 A form');
  });

  test('is listed, newest first, page by page', async () => {
    const { sdk } = await serving();
    for (let sample = 0; sample < 5; sample += 1) await submit(sdk, [lineOf(sample)]);
    const ids: string[] = [];
    for await (const { id } of sdk.batches.list({ limit: 2 })) ids.push(id);
    expect(ids).toEqual([5, 4, 3, 2, 1].map((number) => `batch_00000${number}`));
  });

  test('outlives its server where a folder keeps the state', async () => {
    const options = { repliesDir: repliesDir(), batch: { stateDir: tempDir() } };
    const first = await startOfflineModel(options);
    const { id } = await submit(sdkOf(first.url), [lineOf(0)]);
    await first.close();
    const { url } = await offline(options);
    const batch = await sdkOf(url).batches.retrieve(id);
    expect(await linesOf(sdkOf(url), batch.output_file_id)).toHaveLength(1);
    expect((await submit(sdkOf(url), [lineOf(1)])).id).toBe('batch_000002');
  });
});
