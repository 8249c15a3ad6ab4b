import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { batchApi, type BatchApi } from '../../../../src/llm/batch/api.ts';
import { openSdk } from '../../../../src/llm/sdk.ts';
import { serving, servingJson } from '../helpers.ts';

async function apiAt(baseUrl: string): Promise<BatchApi> {
  const options = { name: 'e', baseUrl, model: 'm', timeoutMs: 5000 };
  return batchApi(await openSdk(options), options);
}

async function answering(listener: RequestListener): Promise<BatchApi> {
  return apiAt(await serving(listener));
}

async function answeringJson(body: unknown, status = 200, headers: Record<string, string> = {}): Promise<BatchApi> {
  return apiAt((await servingJson(status, body, headers)).url);
}

const pending = { hash: 'h', endpoint: 'e', keys: ['a'], at: 1_700_000_000_000, inputFile: 'file-1' };
const listed = (more: object) => ({ id: 'batch-1', created_at: 1_700_000_001, input_file_id: 'file-9', ...more });
const page = (...batches: readonly object[]) => ({ object: 'list', data: batches, has_more: false });

describe('looking for a batch that may have been begun', () => {
  test.each([
    ['its hash', listed({ metadata: { winnow_batch: 'h' } })],
    ['its input, where the server keeps no metadata', listed({ metadata: null, input_file_id: 'file-1' })],
  ])('knows it by %s', async (_how, batch) => {
    const api = await answeringJson(page(listed({ id: 'other', metadata: { winnow_batch: 'x' } }), batch));
    expect(await api.find(pending)).toEqual({ ok: true, value: 'batch-1' });
  });

  test.each([
    ['no batch', page()],
    ['another hash', page(listed({ metadata: { winnow_batch: 'x' }, input_file_id: 'file-1' }))],
    ['only batches from long before', page(listed({ created_at: 1_600_000_000 }))],
  ])('finds none where the server lists %s', async (_what, body) => {
    expect(await (await answeringJson(body)).find(pending)).toEqual({ ok: true, value: undefined });
  });

  test('does not go back further than the batch can be', async () => {
    const asked: string[] = [];
    const api = await answering((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...page(listed({ created_at: 1_600_000_000 })), has_more: true }));
    });
    await api.find(pending);
    expect(asked).toEqual(['/v1/batches?limit=100']);
  });

  test('finds none where the server lists nothing at all, and says what else goes wrong', async () => {
    expect(await (await answeringJson({}, 404)).find(pending)).toEqual({ ok: true, value: undefined });
    expect(await (await answeringJson({}, 500)).find(pending)).toMatchObject({ fault: { code: 'server-error' } });
  });
});

describe('a server', () => {
  test.each([404, 405, 501])('that answers %i has no Batch API', async (status) => {
    const api = await answeringJson({}, status);
    expect(await api.upload(['{}\n'])).toMatchObject({ fault: { code: 'no-batch-api', retryable: false } });
    expect(await api.create('file-1', 'h')).toMatchObject({ fault: { code: 'no-batch-api' } });
    expect(await api.retrieve('batch-1')).toEqual({ ok: true, value: undefined });
    expect(await api.read('file-1', () => {})).toEqual({ ok: true, value: false });
  });

  test.each([['<html>'], [{}], [{ id: '' }], [null]])('that answers %j has sent no batch', async (body) => {
    const api = await answeringJson(body);
    expect(await api.upload(['{}\n'])).toMatchObject({ fault: { code: 'bad-response', retryable: true } });
    expect(await api.create('file-1', 'h')).toMatchObject({ fault: { code: 'bad-response' } });
    expect(await api.retrieve('batch-1')).toMatchObject({ fault: { code: 'bad-response' } });
  });

  test('may leave out all but id and status, and ask to wait', async () => {
    const api = await answeringJson({ id: 'batch-1', status: 'in_progress', errors: 'none' }, 200, {
      'retry-after': '7',
    });
    expect(await api.retrieve('batch-1')).toMatchObject({
      value: { id: 'batch-1', status: 'in_progress', files: [], errors: [], retryAfterMs: 7000 },
    });
  });
});

test('a file is read line by line, however it is chunked, and lines end nowhere but at a newline', async () => {
  const text = Buffer.from('{"a":"\u2028ü🙂"}\r\n\n{"b":1}');
  const api = await answering((_request, response) => {
    response.writeHead(200);
    const send = (from: number): void => {
      if (from >= text.length) response.end();
      else response.write(text.subarray(from, from + 3), () => setImmediate(send, from + 3));
    };
    send(0);
  });
  const lines: string[] = [];
  expect(await api.read('file-1', (line) => lines.push(line))).toEqual({ ok: true, value: true });
  expect(lines).toEqual(['{"a":"\u2028ü🙂"}', '', '{"b":1}']);
});

test('a file that breaks off is a fault', async () => {
  const api = await answering((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"a":1}\n', () => response.destroy());
  });
  expect(await api.read('file-1', () => {})).toMatchObject({ ok: false, fault: { retryable: true } });
});
