import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../../src/llm/client.ts';
import { openFetch } from '../../../src/llm/open-fetch.ts';
import { connect } from 'node:net';
import { requestFor } from './helpers.ts';

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A model that answers everything, and tells what it was sent. */
async function model(headers: unknown[]): Promise<string> {
  const answer = JSON.stringify({ model: 'm', choices: [{ finish_reason: 'stop', message: { content: 'hello' } }] });
  const server = createServer((incoming, response) => {
    headers.push(incoming.headers);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  return await listening(server);
}

/** A proxy that tunnels, or forwards, and notes where to. */
async function proxy(targets: string[]): Promise<string> {
  const server = createServer((incoming, response) => {
    targets.push(incoming.url ?? '');
    const forwarded = send(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(forwarded);
  });
  server.on('connect', (incoming, socket) => {
    targets.push(incoming.url ?? '');
    const [host = '', port] = (incoming.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket);
      socket.pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
  });
  return await listening(server);
}

describe('an endpoint behind a proxy', () => {
  test('is reached through it, with its own headers and key', async () => {
    const [headers, targets]: [unknown[], string[]] = [[], []];
    const baseUrl = await model(headers);
    const client = createClient({
      name: 'far',
      baseUrl: `${baseUrl}/v1`,
      model: 'm',
      timeoutMs: 5000,
      apiKey: 'secret',
      headers: { 'x-team': 'data' },
      proxy: await proxy(targets),
    });
    expect(await client.complete(requestFor())).toMatchObject({ ok: true, value: { content: 'hello' } });
    expect(targets).toHaveLength(1);
    expect(targets[0]).toContain(baseUrl.slice('http://'.length));
    expect(headers).toMatchObject([{ 'x-team': 'data', authorization: 'Bearer secret' }]);
  });

  test('that is gone is a fault that names the endpoint', async () => {
    const client = createClient({
      name: 'far',
      baseUrl: 'http://models.example.com/v1',
      model: 'm',
      timeoutMs: 5000,
      proxy: 'http://127.0.0.1:9',
    });
    expect(await client.complete(requestFor())).toMatchObject({ ok: false, fault: { code: 'unreachable' } });
  });
});

describe('openFetch', () => {
  test('is the one of Node where that will do', async () => {
    expect(await openFetch({ timeoutMs: 120_000 })).toBe(fetch);
    expect(await openFetch({ timeoutMs: 600_000 })).not.toBe(fetch);
  });
});
