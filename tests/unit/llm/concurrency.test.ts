import { describe, expect, test } from 'vitest';
import { failed, type Outcome } from '../../../src/core/fault.ts';
import type { LlmReply } from '../../../src/core/ports.ts';
import { withConcurrency, type ConcurrencyOptions } from '../../../src/llm/concurrency.ts';
import { llmFault } from '../../../src/llm/fault.ts';
import { scriptedLlm, scriptedReply } from '../../../src/llm/scripted.ts';
import { gate, requestFor, settle } from './helpers.ts';

const reply = { ok: true, value: scriptedReply('x') } as const;
const limited = failed(llmFault('rate-limited', 'slow down'));

/** A model whose calls end when the test says so, oldest first. */
function held(options: ConcurrencyOptions) {
  const ends: ((outcome: Outcome<LlmReply>) => void)[] = [];
  const inner = scriptedLlm(() => new Promise((resolve) => ends.push(resolve)));
  const llm = withConcurrency(inner, options);
  const ask = (count: number) => Array.from({ length: count }, () => llm.complete(requestFor()));
  const end = async (outcome: Outcome<LlmReply>) => {
    ends.shift()?.(outcome);
    await settle();
  };
  return { llm, ask, end, inFlight: () => ends.length };
}

describe('withConcurrency', () => {
  test('never has more in flight than the limit', async () => {
    const { ask, end, inFlight } = held({ max: 3 });
    void ask(5);
    await settle();
    expect(inFlight()).toBe(3);
    await end(reply);
    expect(inFlight()).toBe(3);
  });

  test.each(['rate-limited', 'timeout'] as const)('halves after %s, once for all that were in flight', async (code) => {
    const { llm, ask, end, inFlight } = held({ max: 8 });
    void ask(20);
    await settle();
    for (let index = 0; index < 8; index += 1) await end(failed(llmFault(code, '')));
    expect(llm.limit()).toBe(4);
    expect(inFlight()).toBe(4);
    await end(limited);
    expect(llm.limit()).toBe(2);
  });

  test('finishes first what was begun first, and tells whether anything waits', async () => {
    const order: string[] = [];
    const ends: (() => void)[] = [];
    const inner = scriptedLlm(({ label }) => {
      order.push(label.seed);
      return new Promise((resolve) => ends.push(() => resolve(reply)));
    });
    const llm = withConcurrency(inner, { max: 1 });
    const ask = (seed: string) => llm.complete(requestFor({ label: { stage: 'solve', seed, sample: 0 } }));
    const all = [ask('a'), ask('b'), ask('c'), ask('a'), ask('b')];
    await settle();
    expect(llm.isWaiting()).toBe(true);
    for (let index = 0; index < all.length; index += 1) {
      ends[index]?.();
      await settle();
    }
    await Promise.all(all);
    expect(order).toEqual(['a', 'a', 'b', 'b', 'c']);
    expect(llm.isWaiting()).toBe(false);
  });

  test('gains one after a round of successes, up to the maximum', async () => {
    const { llm, ask, end } = held({ max: 4, initial: 2 });
    void ask(40);
    await settle();
    expect(llm.limit()).toBe(2);
    for (let index = 0; index < 3; index += 1) await end(reply);
    expect(llm.limit()).toBe(3);
    for (let index = 0; index < 20; index += 1) await end(reply);
    expect(llm.limit()).toBe(4);
  });

  test('never goes below the minimum', async () => {
    const { llm, ask, end } = held({ max: 2 });
    void ask(10);
    await settle();
    for (let index = 0; index < 6; index += 1) await end(limited);
    expect(llm.limit()).toBe(1);
  });

  test('does not slow down for other faults', async () => {
    const { llm, ask, end } = held({ max: 8 });
    void ask(1);
    await settle();
    await end(failed(llmFault('server-error', '')));
    expect(llm.limit()).toBe(8);
  });

  test('sends nothing while the endpoint asks to wait', async () => {
    const pause = gate();
    const waits: number[] = [];
    const wait = (ms: number) => {
      waits.push(ms);
      return pause.opened;
    };
    const { ask, end, inFlight } = held({ max: 2, sleep: wait });
    void ask(4);
    await settle();
    await end(failed(llmFault('rate-limited', '', 2000)));
    await end(reply);
    expect([inFlight(), waits]).toEqual([0, [2000]]);
    pause.open();
    await settle();
    expect(inFlight()).toBe(2);
  });

  test('sends nothing that still waits when interrupted', async () => {
    const controller = new AbortController();
    const { ask, end, inFlight } = held({ max: 1, signal: controller.signal });
    const [, second] = ask(2);
    await settle();
    controller.abort();
    await end(reply);
    expect(await second).toMatchObject({ fault: { code: 'interrupted' } });
    expect(inFlight()).toBe(0);
  });
});
