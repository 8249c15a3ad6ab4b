import { describe, expect, test } from 'vitest';
import type { EndpointConfig } from '../../../../src/config/config.ts';
import type { Credentials } from '../../../../src/config/credentials.ts';
import { loadMeasuring } from '../../../../src/config/load.ts';
import type { Line } from '../../../../src/pipeline/doctor/check.ts';
import { checkEndpoint } from '../../../../src/pipeline/doctor/endpoint.ts';
import { localEndpoint, type Quirks } from './local-endpoint.ts';

const key = 'sk-planted-secret-1234567890';
const withKey: Credentials = { apiKey: key, keySource: 'the environment variable K', headers: {}, secrets: [key] };

const endpointAt = (baseUrl: string, model = 'small', more: Partial<EndpointConfig> = {}): EndpointConfig => ({
  ...loadMeasuring(undefined, { model, baseUrl }).endpoint,
  ...more,
});

async function examined(
  quirks: Quirks,
  { model = 'small', credentials, timeoutMs = 5000, more }: Asked = {},
): Promise<Map<string, Line>> {
  await using server = await localEndpoint(quirks);
  const lines = await checkEndpoint(endpointAt(server.url, model, more), credentials, timeoutMs);
  return new Map(lines.map((line) => [line.name, line]));
}

interface Asked {
  readonly model?: string;
  readonly credentials?: Credentials;
  readonly timeoutMs?: number;
  readonly more?: Partial<EndpointConfig>;
}

describe('an endpoint', () => {
  test('that can do everything is fine throughout, and is asked little', async () => {
    await using server = await localEndpoint({ key });
    const lines = await checkEndpoint(endpointAt(server.url), withKey, 5000);
    expect(lines.map(({ name, state }) => `${name}: ${state}`)).toEqual([
      'models: ok',
      'completion: ok',
      'latency: ok',
      'structured output: ok',
      'several samples: ok',
      'streaming: ok',
      'logprobs: ok',
      'batches: ok',
    ]);
    expect(server.requests.length).toBeLessThanOrEqual(10);
  });

  test('that nobody serves is a problem, with what to do', async () => {
    const server = await localEndpoint();
    await server[Symbol.asyncDispose]();
    const [line] = await checkEndpoint(endpointAt(server.url), undefined, 2000);
    expect(line).toMatchObject({
      name: 'completion',
      state: 'problem',
      found: expect.stringContaining('ECONNREFUSED'),
    });
    expect(line?.advice).toContain('Start the server');
  });

  test('of a host that is not known is one too', async () => {
    const [line] = await checkEndpoint(endpointAt('http://no-such-host.invalid/v1'), undefined, 5000);
    expect(line).toMatchObject({ state: 'problem', found: expect.stringContaining('no-such-host.invalid') });
  });

  test('that takes another key says so, and the key is not printed even where the server repeats it', async () => {
    const found = await examined({ key: 'another' }, { credentials: withKey });
    expect(found.get('completion')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('Check the key'),
    });
    expect(JSON.stringify([...found])).not.toContain(key);
  });

  test('that calls its model by the key is shown without it', async () => {
    const found = await examined({ key, calledModel: `model of ${key}` }, { credentials: withKey });
    expect(found.get('completion')?.state).toBe('ok');
    expect(JSON.stringify([...found])).not.toContain(key);
  });

  test('shows no password of its address', async () => {
    const withPassword = endpointAt('http://user:hunter2@127.0.0.1:8000/v1');
    const error = await checkEndpoint(withPassword, undefined, 2000).catch(String);
    expect(error).toContain('no name and password');
    expect(error).not.toContain('hunter2');
  });

  test('without structured output is usable: a note', async () => {
    const refusing = await examined({ refuses: ['json_schema', 'json_object'] });
    expect(refusing.get('structured output')).toMatchObject({ state: 'note', found: 'a JSON schema is refused' });
    const ignoring = await examined({ ignores: ['json_schema', 'json_object'] });
    expect(ignoring.get('structured output')).toMatchObject({ state: 'note', found: 'a JSON schema is ignored' });
  });

  test('that knows JSON but no schema is fine', async () => {
    const found = await examined({ refuses: ['json_schema'] });
    expect(found.get('structured output')).toMatchObject({
      state: 'ok',
      found: expect.stringContaining('a schema is refused'),
    });
  });

  test('without several samples, streaming, logprobs and batches is fine, as a run needs none of them', async () => {
    const found = await examined({ ignores: ['n'], refuses: ['stream', 'logprobs'], noBatches: true });
    for (const name of ['several samples', 'streaming', 'logprobs', 'batches'])
      expect(found.get(name)?.state).toBe('ok');
    expect(found.get('streaming')?.found).toBe('is refused (Winnow does without)');
  });

  test('without batches is a problem where a run would send them', async () => {
    const found = await examined({ noBatches: true }, { more: { transport: 'batch' } });
    expect(found.get('batches')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('endpoint.transport'),
    });
  });

  test('that is slow is slow, not broken; one that is slower than the time limit does not answer', async () => {
    const slow = await examined({ latencyMs: 150 });
    expect(slow.get('completion')?.state).toBe('ok');
    expect(Number(/^\d+/u.exec(slow.get('latency')?.found ?? '')?.[0])).toBeGreaterThanOrEqual(150);
    const stuck = await examined({ latencyMs: 400 }, { timeoutMs: 100 });
    expect(stuck.get('completion')).toMatchObject({ state: 'problem', advice: expect.stringContaining('--timeout-s') });
  });

  test('that answers with a page is no such server', async () => {
    const found = await examined({ page: true });
    expect(found.get('models')?.state).toBe('note');
    expect(found.get('completion')).toMatchObject({ state: 'problem', advice: expect.stringContaining('ends in /v1') });
  });

  test('without the model names those that it has', async () => {
    const found = await examined({ models: ['one', 'two'] }, { model: 'three' });
    expect(found.get('models')?.found).toBe('three is not among those that are listed (one, two)');
    expect(found.get('completion')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('endpoint.model'),
    });
  });

  test('that lists no models is fine where completions work', async () => {
    const found = await examined({ noModels: true });
    expect(found.get('models')).toBeUndefined();
    expect(found.get('completion')?.state).toBe('ok');
  });

  test('says what is left of its limits, and that its clock is another', async () => {
    const headers = { 'x-ratelimit-remaining-requests': '59', 'x-ratelimit-limit-requests': '60' };
    const found = await examined({ headers, dateMs: Date.now() + 3_600_000 });
    expect(found.get('rate limits')?.found).toBe('left: requests 59 of 60');
    expect(found.get('clock')).toMatchObject({
      state: 'note',
      found: expect.stringMatching(/^the server's is 3(599|600|601) s ahead$/u),
    });
  });

  test('of the offline kind needs no look', async () => {
    const [line] = await checkEndpoint(endpointAt('http://x/v1', 'small', { kind: 'offline' }), undefined, 1000);
    expect(line?.found).toContain('recorded');
  });
});
