import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../src/core/fault.ts';
import { llmFault } from '../../../src/llm/fault.ts';
import { newMeter } from '../../../src/llm/meter.ts';
import { scriptedLlm, scriptedReply, type Script } from '../../../src/llm/scripted.ts';
import { stackLlm, type StackOptions } from '../../../src/llm/stack.ts';
import { label, MemoryReplyCache, requestFor, settle } from './helpers.ts';

function stacked(script: Script | Script[], more: Partial<StackOptions> = {}) {
  const client = scriptedLlm(script);
  const meter = newMeter();
  const cache = new MemoryReplyCache();
  const llm = stackLlm(client, {
    endpoint: 'offline',
    model: 'm',
    cache,
    meter,
    budget: { limits: {} },
    concurrency: { max: 2 },
    retry: { sleep: async () => {} },
    ...more,
  });
  const ask = (sample: number) => llm.complete(requestFor({ label: { ...label, sample }, maxTokens: 10 }));
  return { client, meter, cache, llm, ask };
}

const busy = failed(llmFault('server-error', 'busy'));

describe('stackLlm', () => {
  test('retries, stores and counts', async () => {
    const { ask, meter, llm } = stacked([busy, busy, 'x']);
    expect(await ask(0)).toMatchObject({ ok: true });
    expect(await ask(0)).toMatchObject({ ok: true });
    expect(meter).toMatchObject({ sent: 3, retried: 2, stored: 1, repeated: 0 });
    expect(llm.spent()).toEqual({ usd: 0, tokens: 11 });
  });

  test('notes as sent only what has a slot, so that a kill repeats at most one request a slot', async () => {
    const { ask, cache, meter } = stacked(() => new Promise(() => {}));
    for (let sample = 0; sample < 10; sample += 1) void ask(sample);
    await settle();
    expect(meter.sent).toBe(2);
    const after = stacked('x', { cache: cache.reopened() });
    await Promise.all(Array.from({ length: 10 }, (_, sample) => after.ask(sample)));
    expect(after.meter).toMatchObject({ sent: 10, repeated: 2 });
  });

  test('holds the slot until the reply is stored', async () => {
    const cache = new MemoryReplyCache();
    cache.put = () => new Promise(() => {});
    const { ask, client } = stacked('x', { cache });
    for (let sample = 0; sample < 10; sample += 1) void ask(sample);
    await settle();
    expect(client.calls).toHaveLength(2);
  });

  test('answers from the store when the budget is reached, and notes nothing that it refused', async () => {
    const used = scriptedReply('x', { usage: { promptTokens: 50, completionTokens: 10 } });
    const { ask, meter } = stacked(ok(used), { budget: { limits: { tokens: 100 } } });
    expect(await ask(0)).toMatchObject({ ok: true });
    expect(await ask(1)).toMatchObject({ fault: { code: 'budget-reached' } });
    expect(await ask(0)).toMatchObject({ ok: true });
    expect(meter).toMatchObject({ sent: 1, stored: 1 });
  });

  test('sends nothing more once interrupted', async () => {
    const controller = new AbortController();
    const script: Script = () => {
      controller.abort();
      return busy;
    };
    const { ask, client } = stacked(script, { signal: controller.signal, concurrency: { max: 1 } });
    const outcomes = await Promise.all([0, 1, 2].map(ask));
    expect(outcomes.map((outcome) => !outcome.ok && outcome.fault.code)).toEqual([
      'server-error',
      'interrupted',
      'interrupted',
    ]);
    expect(client.calls).toHaveLength(1);
  });
});
