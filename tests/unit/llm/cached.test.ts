import { describe, expect, test } from 'vitest';
import { failed } from '../../../src/core/fault.ts';
import type { LlmRequest } from '../../../src/core/ports.ts';
import { withCache } from '../../../src/llm/cached.ts';
import { llmFault } from '../../../src/llm/fault.ts';
import { withJournal } from '../../../src/llm/journal.ts';
import { newMeter } from '../../../src/llm/meter.ts';
import { scriptedLlm, type Script } from '../../../src/llm/scripted.ts';
import { gate, label, MemoryReplyCache, requestFor, settle } from './helpers.ts';

function cached(script: Script | Script[], { cache = new MemoryReplyCache(), endpoint = 'offline' } = {}) {
  const inner = scriptedLlm(script);
  const meter = newMeter();
  const options = { cache, meter, endpoint, model: 'm' };
  return { inner, meter, cache, llm: withCache(withJournal(inner, options), options) };
}

describe('withCache', () => {
  test('asks once, then answers from the store', async () => {
    const { llm, inner, meter } = cached(['first']);
    const first = await llm.complete(requestFor());
    expect(await llm.complete(requestFor())).toEqual(first);
    expect(inner.calls).toHaveLength(1);
    expect(meter).toEqual({ sent: 1, stored: 1, repeated: 0, retried: 0, promptTokens: 10, completionTokens: 1 });
  });

  test.each<[string, Partial<LlmRequest>]>([
    ['sample', { label: { ...label, sample: 1 } }],
    ['message', { messages: [{ role: 'user', content: 'Wrap it.' }] }],
    ['temperature', { temperature: 0.9 }],
    ['token limit', { maxTokens: 5 }],
    ['stop', { stop: ['\n'] }],
  ])('asks again for another %s', async (_what, change) => {
    const { llm, inner } = cached(['one', 'two']);
    await llm.complete(requestFor());
    expect(await llm.complete(requestFor(change))).toMatchObject({ value: { content: 'two' } });
    expect(inner.calls).toHaveLength(2);
  });

  test('asks again at an endpoint of another name', async () => {
    const { llm, cache } = cached(['one']);
    await llm.complete(requestFor());
    const other = cached(['two'], { cache, endpoint: 'paid' });
    expect(await other.llm.complete(requestFor())).toMatchObject({ value: { content: 'two' } });
  });

  test('stores the reply before it is used', async () => {
    const stored = gate();
    const cache = new MemoryReplyCache();
    cache.put = () => stored.opened;
    let used = false;
    const pending = cached(['x'], { cache })
      .llm.complete(requestFor())
      .then(() => (used = true));
    await settle();
    expect(used).toBe(false);
    stored.open();
    expect(await pending).toBe(true);
  });

  test('stores no fault', async () => {
    const { llm, cache, meter } = cached([failed(llmFault('server-error', 'busy')), 'x']);
    await llm.complete(requestFor());
    expect(cache.size).toBe(0);
    expect(await llm.complete(requestFor())).toMatchObject({ ok: true });
    expect(meter).toMatchObject({ sent: 2, retried: 1, repeated: 0 });
  });

  test('makes one of identical requests in flight', async () => {
    const { llm, inner, meter } = cached(['x']);
    const outcomes = await Promise.all([1, 2, 3].map(() => llm.complete(requestFor())));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(inner.calls).toHaveLength(1);
    expect(meter).toMatchObject({ sent: 1, stored: 2 });
  });

  test('hands a fault on to all that waited, and asks again later', async () => {
    const { llm } = cached([failed(llmFault('timeout', 'late')), 'x']);
    const outcomes = await Promise.all([1, 2].map(() => llm.complete(requestFor())));
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false]);
    expect(await llm.complete(requestFor())).toMatchObject({ ok: true });
  });

  test('counts a request whose reply died with an earlier process', async () => {
    const before = cached(() => new Promise(() => {}));
    void before.llm.complete(requestFor());
    await settle();
    expect(before.meter).toMatchObject({ sent: 1, repeated: 0 });
    const after = cached(['x', 'y'], { cache: before.cache.reopened() });
    await after.llm.complete(requestFor());
    await after.llm.complete(requestFor({ maxTokens: 1 }));
    expect(after.meter).toMatchObject({ sent: 2, repeated: 1, stored: 0 });
  });
});
