import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../src/core/fault.ts';
import type { LlmReply } from '../../../../src/core/ports.ts';
import { withRetry } from '../../../../src/llm/retry.ts';
import { clientOf, servingJson } from '../helpers.ts';
import { batchClient, batchServer, breaking, MemoryJournal, request } from './helpers.ts';

const samples = (count: number): number[] => Array.from({ length: count }, (_, sample) => sample);
const patient = { attempts: 20, sleep: async () => {} };

function contents(outcomes: readonly Outcome<LlmReply>[]): string[] {
  return outcomes.map((outcome) => (outcome.ok ? outcome.value.content : outcome.fault.code));
}

const replies = (count: number): string[] => samples(count).map((sample) => `Reply ${sample}`);

describe('requests in batches', () => {
  test('are answered as each is alone, so many to a batch', async () => {
    const server = await batchServer(200);
    const client = batchClient(server.url, { size: 80 });
    const outcomes = await Promise.all(samples(200).map((sample) => client.complete(request(sample))));
    expect(contents(outcomes)).toEqual(replies(200));
    expect(outcomes[7]).toEqual(await clientOf(server.url).complete(request(7)));
    const totals = (await server.batches()).map(({ request_counts }) => request_counts?.total);
    expect(new Set(totals)).toEqual(new Set([80, 40]));
    expect(totals).toHaveLength(3);
  });

  test('go out when they are told to', async () => {
    const server = await batchServer(1);
    const client = batchClient(server.url, { lingerMs: 3_600_000 });
    await client.load();
    const asked = client.complete(request(0));
    await new Promise((resolve) => setImmediate(resolve));
    client.flush();
    expect(await asked).toMatchObject({ ok: true });
  });

  test('go out before their file is too large', async () => {
    const server = await batchServer(4);
    const client = batchClient(server.url, { maxBytes: 900 });
    const outcomes = await Promise.all(samples(4).map((sample) => client.complete(request(sample))));
    expect(contents(outcomes)).toEqual(replies(4));
    expect((await server.batches()).length).toBeGreaterThan(1);
  });

  test('are sent once where several ask the same', async () => {
    const server = await batchServer(1);
    const client = batchClient(server.url);
    const outcomes = await Promise.all([request(0), request(0), request(0)].map((each) => client.complete(each)));
    expect(contents(outcomes)).toEqual(['Reply 0', 'Reply 0', 'Reply 0']);
    expect(server.answered()).toEqual([0]);
  });

  test('name themselves only where they are told to: OpenAI refuses metadata of what it does not store', async () => {
    const server = await batchServer(1);
    const outcome = await batchClient(server.url, { labelled: false }).complete(request(0));
    expect(outcome).toMatchObject({ fault: { code: 'bad-request' } });
    expect(!outcome.ok && outcome.fault.message).toContain('which is missing');
  });
});

describe('a batch that is answered in part', () => {
  test('has its failed requests asked again, and none that has its reply', async () => {
    const server = await batchServer(60, { failLines: 0.4 });
    const client = withRetry(batchClient(server.url), patient);
    expect(contents(await Promise.all(samples(60).map((sample) => client.complete(request(sample)))))).toEqual(
      replies(60),
    );
    expect(server.answered().toSorted((a, b) => a - b)).toEqual(samples(60));
    expect((await server.batches()).length).toBeGreaterThan(1);
  });

  test('has the requests asked again that it left as it expired', async () => {
    const server = await batchServer(60, { expireAfter: 0.5 });
    const client = withRetry(batchClient(server.url), patient);
    expect(contents(await Promise.all(samples(60).map((sample) => client.complete(request(sample)))))).toEqual(
      replies(60),
    );
    expect(server.answered().toSorted((a, b) => a - b)).toEqual(samples(60));
    expect((await server.batches())[0]).toMatchObject({ status: 'expired' });
  });

  test('says what is the matter with each of the others', async () => {
    const server = await batchServer(2);
    const client = batchClient(server.url);
    const outcomes = await Promise.all([0, 9, 1].map((sample) => client.complete(request(sample))));
    expect(outcomes).toMatchObject([{ ok: true }, { fault: { code: 'not-recorded', retryable: false } }, { ok: true }]);
  });

  test('is not believed where a line is broken: what has no line may have been answered', async () => {
    const server = await batchServer(3, { cutLastLine: true });
    const client = batchClient(server.url);
    const outcomes = await Promise.all(samples(3).map((sample) => client.complete(request(sample))));
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }, { fault: { code: 'bad-response', retryable: true } }]);
    expect(!outcomes[2]?.ok && outcomes[2]?.fault.message).toContain('a line that cannot be read');
  });

  test('leaves in the journal only what a reply can still come of', async () => {
    const server = await batchServer(2);
    const journal = new MemoryJournal();
    const client = batchClient(server.url, { journal });
    await Promise.all([0, 1, 9].map((sample) => client.complete(request(sample))));
    expect([...journal.batches.values()].map(({ keys }) => keys.length)).toEqual([2]);
    await client.complete(request(9));
    expect(journal.batches.size).toBe(1);
  });
});

describe('a server', () => {
  test('without a Batch API is told apart, and what to do is said', async () => {
    const { url, asked } = await servingJson(404, { error: { message: 'Not Found' } });
    const outcome = await withRetry(batchClient(url), patient).complete(request(0));
    expect(outcome).toMatchObject({ fault: { code: 'no-batch-api', retryable: false } });
    expect(!outcome.ok && outcome.fault.message).toContain('Set `endpoint.transport` to `chat`');
    expect(asked).toHaveLength(1);
  });

  test('that refuses the key is asked once', async () => {
    const { url } = await batchServer(1, {}, { apiKey: 'right' });
    const outcome = await batchClient(url, { apiKey: 'wrong', keySource: 'MY_KEY' }).complete(request(0));
    expect(outcome).toMatchObject({ fault: { code: 'unauthorized', retryable: false } });
    expect(!outcome.ok && outcome.fault.message).toContain('Check the key in MY_KEY');
  });

  test.each(['POST /v1/files', 'POST /v1/batches', 'GET /v1/batches/', 'GET /v1/files/'])(
    'that fails for a while at %s is asked again, and no batch is begun twice',
    async (call) => {
      const server = await batchServer(3);
      const { url } = await breaking(server.url, { call, times: 2, how: 503 });
      const client = withRetry(batchClient(url), patient);
      expect(contents(await Promise.all(samples(3).map((sample) => client.complete(request(sample)))))).toEqual(
        replies(3),
      );
      expect(await server.batches()).toHaveLength(1);
    },
  );

  test.each(['POST /v1/batches', 'GET /v1/batches/', 'GET /v1/files/'])(
    'whose answer to %s is lost has done what it was asked, and is not asked for it twice',
    async (call) => {
      const server = await batchServer(3);
      const { url } = await breaking(server.url, { call, times: 1, how: 'lost' });
      const client = withRetry(batchClient(url), patient);
      expect(contents(await Promise.all(samples(3).map((sample) => client.complete(request(sample)))))).toEqual(
        replies(3),
      );
      expect(await server.batches()).toHaveLength(1);
    },
  );

  test('that no longer knows a batch is sent its requests anew', async () => {
    const journal = new MemoryJournal();
    const before = await batchServer(1, { delayMs: 60_000 });
    const first = batchClient(before.url, { journal });
    const asked = first.complete(request(0));
    await until(() => [...journal.batches.values()].some(({ id }) => id !== undefined));
    await first.close();
    expect(await asked).toMatchObject({ fault: { code: 'interrupted' } });
    const after = await batchServer(1);
    expect(await batchClient(after.url, { journal }).complete(request(0))).toMatchObject({ ok: true });
    expect(journal.batches.size).toBe(1);
  });
});

test('a batch of another server with the same id is not taken for the own one', async () => {
  const journal = new MemoryJournal();
  const before = await batchServer(1, { delayMs: 60_000 });
  const first = batchClient(before.url, { journal });
  void first.complete(request(0));
  await until(() => [...journal.batches.values()].some(({ id }) => id !== undefined));
  await first.close();
  const after = await batchServer(2);
  expect(await batchClient(after.url).complete(request(1))).toMatchObject({ ok: true });
  expect(await batchClient(after.url, { journal }).complete(request(0))).toMatchObject({ ok: true });
});

describe('an interruption', () => {
  test('ends the waiting, and leaves the batch for the next invocation', async () => {
    const server = await batchServer(2, { delayMs: 300 });
    const journal = new MemoryJournal();
    const stopping = new AbortController();
    const first = batchClient(server.url, { journal, signal: stopping.signal, pollMs: 60_000 });
    const asked = [first.complete(request(0)), first.complete(request(1))];
    await until(() => [...journal.batches.values()].some(({ id }) => id !== undefined));
    stopping.abort();
    expect(contents(await Promise.all(asked))).toEqual(['interrupted', 'interrupted']);
    expect(await first.complete(request(0))).toMatchObject({ fault: { code: 'interrupted' } });
    const second = batchClient(server.url, { journal });
    expect(contents(await Promise.all([second.complete(request(1)), second.complete(request(0))]))).toEqual([
      'Reply 1',
      'Reply 0',
    ]);
    expect(await server.batches()).toMatchObject([{ status: 'completed' }]);
  });

  test('sends nothing of what still waits for company', async () => {
    const server = await batchServer(1);
    const stopping = new AbortController();
    const client = batchClient(server.url, { signal: stopping.signal, lingerMs: 60_000 });
    await client.load();
    const asked = client.complete(request(0));
    await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    expect(await asked).toMatchObject({ fault: { code: 'interrupted' } });
    expect(await server.batches()).toEqual([]);
  });
});

test('an address is needed', () => {
  expect(() => batchClient('')).toThrow('must begin with http');
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
