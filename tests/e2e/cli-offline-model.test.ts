import { describe, expect, test } from 'vitest';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { tempFolder } from './helpers.ts';
import { watchWinnow, type Watched } from './watched.ts';

const label = 'stage=solve; seed=strings/mask-middle; sample=0';

describe('winnow offline-model', () => {
  test('serves models and recorded completions, logs them, and ends at SIGTERM', async () => {
    using folder = tempFolder();
    await using server = watchWinnow(['offline-model', '--port', '0', '--log', folder.file('log')]);
    const url = await urlOf(server);
    const models = await fetch(`${url}/models`);
    expect(await models.json()).toMatchObject({ data: [{ id: 'winnow-offline', object: 'model' }] });
    const completion = await ask(url, label);
    expect(await completion.json()).toMatchObject({
      object: 'chat.completion',
      choices: [
        { finish_reason: 'stop', message: { role: 'assistant', content: expect.stringContaining('export') as string } },
      ],
    });
    expect(readLog(folder.file('log'))).toMatchObject([{ status: 200 }]);
    server.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  test('streams', async () => {
    await using server = watchWinnow(['offline-model', '--port', '0']);
    const answer = await ask(await urlOf(server), label, { stream: true });
    const events = (await answer.text()).split('\n\n').filter(Boolean);
    expect(events.length).toBeGreaterThan(2);
    expect(events.at(-1)).toBe('data: [DONE]');
  });

  test('answers a request without a recording with a 404 that says which', async () => {
    await using server = watchWinnow(['offline-model', '--port', '0']);
    const answer = await ask(await urlOf(server), 'stage=solve; seed=strings/mask-middle; sample=99');
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain('strings/mask-middle/solve-99.md');
  });

  test('fails as often as it is told to', async () => {
    await using server = watchWinnow(['offline-model', '--port', '0', '--faults', '429=1', '--latency-ms', '5']);
    const answer = await ask(await urlOf(server), label);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('says so when its port is taken', async () => {
    await using server = watchWinnow(['offline-model', '--port', '0']);
    const { port } = new URL(await urlOf(server));
    await using second = watchWinnow(['offline-model', '--port', port]);
    expect(await second.ended).toEqual({ code: 2, signal: null });
    expect(second.words()).toContain(`cannot listen on 127.0.0.1:${port}`);
    expect(second.words()).toContain('--port');
  });
});

async function urlOf(server: Watched): Promise<string> {
  const [, url = ''] = await server.said(/at (http:\S+)/u);
  return url;
}

async function ask(url: string, request: string, more: object = {}): Promise<Response> {
  return await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-winnow-request': request },
    body: JSON.stringify({ model: 'winnow-offline', messages: [{ role: 'user', content: 'Write it.' }], ...more }),
  });
}
