import { OpenAI } from 'openai';
import { describe, expect, test } from 'vitest';
import { clientOf, offline, repliesDir, requestFor, label } from '../helpers.ts';
import { startOfflineModel } from '../../../../src/llm/offline/server.ts';

const header = { 'x-winnow-request': 'stage=solve; seed=strings/soft-wrap; sample=0' };
const messages = [{ role: 'user', content: 'Hi' }] as const;

async function post(url: string, body: unknown, headers: Record<string, string> = header) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/chat/completions`, { method: 'POST', body: text, headers });
  return { status: response.status, body: await response.json() };
}

function sdk(baseURL: string): OpenAI {
  return new OpenAI({ baseURL, apiKey: 'any', maxRetries: 0, logLevel: 'off' });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('the offline model', () => {
  test('lists its model', async () => {
    const { url } = await offline();
    const models = await collect(sdk(url).models.list());
    expect(models.map(({ id }) => id)).toEqual(['winnow-offline']);
  });

  test('sends recorded mistakes as they are', async () => {
    const { url } = await offline();
    const outcome = await clientOf(url).complete(requestFor({ label: { ...label, sample: 1 } }));
    const value = { model: 'winnow-offline-weak', finishReason: 'length', content: 'export func' };
    expect(outcome).toMatchObject({ ok: true, value });
  });

  test('streams to the openai client, usage last', async () => {
    const { url } = await offline();
    const stream = await sdk(url).chat.completions.create(
      { model: 'winnow-offline', messages: [...messages], stream: true, stream_options: { include_usage: true } },
      { headers: header },
    );
    const chunks = await collect(stream);
    const deltas = chunks.flatMap(({ choices }) => choices.map((choice) => choice.delta as Record<string, string>));
    expect(deltas.map((delta) => delta['content'] ?? '').join('')).toBe('Use `segments` 🙂 here.');
    expect(deltas.map((delta) => delta['reasoning_content'] ?? '').join('')).toBe('Count code points.');
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 10 } });
  });

  test('streams usage only when asked, and ends with [DONE]', async () => {
    const { url } = await offline();
    const body = JSON.stringify({ model: 'winnow-offline', messages, stream: true });
    const response = await fetch(`${url}/chat/completions`, { method: 'POST', body, headers: header });
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(text).not.toContain('usage');
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  test.each(['truncate', 'garbage'] as const)('can break a stream: %s', async (kind) => {
    const { url } = await offline({ faults: { [kind]: 1 } });
    const body = { model: 'winnow-offline', messages: [...messages], stream: true as const };
    const stream = await sdk(url).chat.completions.create(body, { headers: header });
    await expect(collect(stream)).rejects.toThrow();
  });

  test('says which recording is missing', async () => {
    const { url } = await offline();
    const missing = { 'x-winnow-request': 'stage=tests; seed=strings/soft-wrap; sample=1' };
    const { status, body } = await post(url, { model: 'winnow-offline', messages }, missing);
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: 'not_recorded', type: 'invalid_request_error' } });
    expect(JSON.stringify(body)).toContain('strings/soft-wrap/tests-1.md');
  });

  test('explains the header to a request without one', async () => {
    const { url } = await offline();
    const { status, body } = await post(url, { model: 'winnow-offline', messages }, {});
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { message: expect.stringContaining('x-winnow-request') as string } });
  });

  test.each([
    ['no JSON', '{', 400, 'invalid_body'],
    ['no messages', { model: 'winnow-offline' }, 400, 'invalid_body'],
    ['another model', { model: 'gpt-9', messages }, 404, 'model_not_found'],
  ])('refuses %s', async (_what, request, status, code) => {
    const { url } = await offline();
    expect(await post(url, request)).toMatchObject({ status, body: { error: { code } } });
  });

  test('refuses a recording that cannot be read, with its file and line', async () => {
    const { url } = await offline();
    const broken = { 'x-winnow-request': 'stage=solve; seed=strings/soft-wrap; sample=2' };
    const { status, body } = await post(url, { model: 'winnow-offline', messages }, broken);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toMatch(/solve-2\.md:3/);
  });

  test('answers other paths with a 404 in the same shape', async () => {
    const { url } = await offline();
    const response = await fetch(`${url}/embeddings`, { method: 'POST' });
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'unknown_url' } }]);
  });

  test('asks for its key', async () => {
    const { url } = await offline({ apiKey: 'right' });
    expect((await fetch(`${url}/models`)).status).toBe(401);
    expect((await fetch(`${url}/models`, { headers: { authorization: 'Bearer right' } })).status).toBe(200);
  });

  test('takes the time it was told to take', async () => {
    const { url } = await offline({ tokensPerSecond: 200 });
    const start = performance.now();
    await clientOf(url).complete(requestFor());
    expect(performance.now() - start).toBeGreaterThan(45);
  });

  test('ends open connections at once when closed', async () => {
    const server = await offline({ faults: { stall: 1 } });
    const pending = clientOf(server.url).complete(requestFor());
    await expect.poll(() => fetch(`${server.url}/models`).then(({ status }) => status)).toBe(200);
    await server.close();
    expect(await pending).toMatchObject({ ok: false });
  });

  test('says so when its port is taken', async () => {
    const { port } = await offline();
    const second = startOfflineModel({ repliesDir: repliesDir(), port });
    await expect(second).rejects.toMatchObject({ code: 'port-unusable', exit: 2 });
  });
});
