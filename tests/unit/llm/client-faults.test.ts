import { describe, expect, test } from 'vitest';
import type { LlmFault } from '../../../src/llm/fault.ts';
import type { ClientOptions } from '../../../src/llm/client.ts';
import { clientOf, label, offline, requestFor, serving, servingJson } from './helpers.ts';

async function faultOf(url: string, options: Partial<ClientOptions> = {}, request = requestFor()): Promise<LlmFault> {
  const outcome = await clientOf(url, options).complete(request);
  if (outcome.ok) throw new Error('a fault was expected');
  return outcome.fault as LlmFault;
}

describe('from the offline model', () => {
  test('a wrong key is unauthorized, and the message says where the key is set', async () => {
    const { url } = await offline({ apiKey: 'right' });
    const fault = await faultOf(url, { apiKey: 'wrong', keySource: 'the environment variable MY_KEY' });
    expect(fault).toMatchObject({ boundary: 'llm', code: 'unauthorized', retryable: false });
    expect(fault.message).toBe(
      `offline (${url}) answered 401: Incorrect API key provided. Check the key in the environment variable MY_KEY.`,
    );
  });

  test('a missing key is unauthorized too', async () => {
    const { url } = await offline({ apiKey: 'right' });
    expect((await faultOf(url, { keySource: '`llm.apiKey`' })).message).toMatch(
      /No key was sent: set `llm\.apiKey`\.$/,
    );
  });

  test('an unknown model is named', async () => {
    const { url } = await offline();
    const fault = await faultOf(url, { model: 'gpt-9' });
    expect(fault).toMatchObject({ code: 'model-not-found', retryable: false });
    expect(fault.message).toContain("Check the model's name (gpt-9)");
  });

  test('a missing recording is named', async () => {
    const { url } = await offline();
    const fault = await faultOf(url, {}, requestFor({ label: { ...label, sample: 9 } }));
    expect(fault).toMatchObject({ code: 'not-recorded', retryable: false });
    expect(fault.message).toContain('no file strings/soft-wrap/solve-9.md');
  });

  test('a rate limit carries how long to wait', async () => {
    const { url } = await offline({ faults: { '429': 1 }, retryAfterMs: 1500 });
    expect(await faultOf(url)).toMatchObject({ code: 'rate-limited', retryable: true, retryAfterMs: 1500 });
  });

  test('a server error may be asked again', async () => {
    const { url } = await offline({ faults: { '500': 1 } });
    expect(await faultOf(url)).toMatchObject({ code: 'server-error', retryable: true });
  });

  test('a stall ends at the time limit', async () => {
    const { url } = await offline({ faults: { stall: 1 } });
    const fault = await faultOf(url, { timeoutMs: 50 });
    expect(fault).toMatchObject({ code: 'timeout', retryable: true });
    expect(fault.message).toContain('did not answer within 0.05 s');
  });

  test.each(['garbage', 'truncate'] as const)('a body that is broken by %s is a bad response', async (kind) => {
    const { url } = await offline({ faults: { [kind]: 1 } });
    expect(await faultOf(url)).toMatchObject({ code: 'bad-response', retryable: true });
  });

  test('nobody there is unreachable', async () => {
    const server = await offline();
    await server.close();
    const fault = await faultOf(server.url);
    expect(fault).toMatchObject({ code: 'unreachable', retryable: true });
    expect(fault.message).toMatch(/cannot be reached \(ECONNREFUSED.*Is the server running/);
  });
});

describe('from other servers', () => {
  test.each([
    [403, {}, 'unauthorized', false],
    [402, {}, 'quota-exhausted', false],
    [429, { error: { message: 'no credit', code: 'insufficient_quota' } }, 'quota-exhausted', false],
    [429, 'slow down', 'rate-limited', true],
    [400, { error: { message: 'context too long' } }, 'bad-request', false],
    [408, {}, 'timeout', true],
    [503, '<html>', 'server-error', true],
    [200, { error: { message: 'upstream failed' } }, 'bad-response', true],
    [200, { choices: [] }, 'bad-response', true],
    [200, { choices: [{ message: { content: null, refusal: 'I will not.' } }] }, 'refused', false],
    [200, { choices: [{ message: { content: '' }, finish_reason: 'content_filter' }] }, 'refused', false],
  ] as const)('%i %j is %s', async (status, body, code, retryable) => {
    const { url } = await servingJson(status, body);
    expect(await faultOf(url)).toMatchObject({ code, retryable });
  });

  test('a stall after the headers ends at the time limit', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices": [');
    });
    expect(await faultOf(url, { timeoutMs: 50 })).toMatchObject({ code: 'timeout' });
  });

  test('a connection that ends without an answer is lost', async () => {
    const url = await serving((request) => void request.socket.destroy());
    expect(await faultOf(url)).toMatchObject({ code: 'connection-lost', retryable: true });
  });

  test('retry-after in seconds is understood', async () => {
    const { url } = await servingJson(429, {}, { 'retry-after': '3' });
    expect(await faultOf(url)).toMatchObject({ retryAfterMs: 3000 });
  });

  test('their words are printed without control characters and without the key', async () => {
    const { url } = await servingJson(401, { error: { message: 'bad key sk-1\u001b[31m\u202e red' } });
    const { message } = await faultOf(url, { apiKey: 'sk-1' });
    expect(message).toContain('bad key [key] [31m red.');
  });

  test('an interruption stops what is in flight', async () => {
    const controller = new AbortController();
    const url = await serving(() => controller.abort());
    expect(await faultOf(url, { signal: controller.signal })).toMatchObject({ code: 'interrupted', retryable: false });
  });
});
