import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEmbeddings } from '../../../src/embed/embeddings.ts';

interface Asked {
  readonly body: { readonly model: string; readonly input: readonly string[] };
  readonly authorization: string | undefined;
}

/** A server that gives each text the point [its length, 1], last text first; `faults` answers come before with 503. */
async function serving(faults = 0, status = 503): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  let left = faults;
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const body = JSON.parse(await text(request)) as Asked['body'];
    asked.push({ body, authorization: request.headers.authorization });
    left -= 1;
    if (left >= 0) return { status, body: { error: { message: 'not now' } } };
    const data = body.input.map((one, index) => ({ object: 'embedding', index, embedding: [one.length, 1] }));
    return { status: 200, body: { object: 'list', model: body.model, data: data.toReversed() } };
  };
  const server = createServer((request, response) => {
    const respond = async (): Promise<void> => {
      const { status: code, body } = await answer(request);
      response.writeHead(code, { 'content-type': 'application/json', 'retry-after': '0' });
      response.end(JSON.stringify(body));
    };
    void respond();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

const { signal } = new AbortController();

describe('embeddings of an endpoint', () => {
  test('come in the order of the texts, some texts a request, with the key', async () => {
    const { url, asked } = await serving();
    const embed = await openEmbeddings({ baseUrl: url, model: 'm', apiKey: 'secret' });
    const texts = Array.from({ length: 300 }, (_, n) => 'x'.repeat(n));
    const points = await embed(texts, signal);
    expect(points.map(([length]) => length)).toEqual(texts.map(({ length }) => length));
    expect(asked.map(({ body }) => [body.model, body.input.length])).toEqual([
      ['m', 128],
      ['m', 128],
      ['m', 44],
    ]);
    expect(asked[0]?.authorization).toBe('Bearer secret');
  });

  test('are asked for again after a passing fault', async () => {
    const { url, asked } = await serving(2);
    const embed = await openEmbeddings({ baseUrl: url, model: 'm' });
    expect(await embed(['abc'], signal)).toEqual([Float32Array.from([3, 1])]);
    expect(asked).toHaveLength(3);
  });

  test('that are refused are an error for people, without the key', async () => {
    const { url } = await serving(1, 401);
    const embed = await openEmbeddings({ baseUrl: url, model: 'm', apiKey: 'secret' });
    const failing = embed(['abc'], signal);
    await expect(failing).rejects.toThrow(`${url} gave no embeddings of m: 401 not now. Check --embeddings-url`);
    await expect(failing).rejects.not.toThrow('secret');
  });
});
