import { describe, expect, test } from 'vitest';
import { failed } from '../../../src/core/fault.ts';
import { llmFault } from '../../../src/llm/fault.ts';
import { withRetry, type RetryOptions } from '../../../src/llm/retry.ts';
import { scriptedLlm, type Script } from '../../../src/llm/scripted.ts';
import { clientOf, offline, requestFor } from './helpers.ts';

function retried(script: Script | Script[], options: RetryOptions = {}) {
  const waits: number[] = [];
  const inner = scriptedLlm(script);
  const wait = async (ms: number) => void waits.push(ms);
  return { waits, inner, llm: withRetry(inner, { random: () => 1, sleep: wait, ...options }) };
}

const busy = failed(llmFault('server-error', 'busy.'));

describe('withRetry', () => {
  test('asks again after a retryable fault, with doubling waits', async () => {
    const { llm, waits } = retried([busy, busy, busy, 'at last']);
    expect(await llm.complete(requestFor())).toMatchObject({ ok: true, value: { content: 'at last' } });
    expect(waits).toEqual([500, 1000, 2000]);
  });

  test('draws each wait from zero to its bound', async () => {
    const { llm, waits } = retried([busy, 'x'], { random: () => 0.25 });
    await llm.complete(requestFor());
    expect(waits).toEqual([125]);
  });

  test('waits as long as it was asked to, within reason', async () => {
    const asks = (ms: number) => failed(llmFault('rate-limited', '', ms));
    const { llm, waits } = retried([asks(7000), asks(1e9), 'x'], { baseMs: 0 });
    await llm.complete(requestFor());
    expect(waits).toEqual([7000, 120_000]);
  });

  test('bounds the wait', async () => {
    const { llm, waits } = retried(busy, { attempts: 10, maxMs: 3000 });
    await llm.complete(requestFor());
    expect(waits.slice(2)).toEqual(Array.from({ length: 7 }, (_, index) => (index === 0 ? 2000 : 3000)));
  });

  test.each([
    ['server-error', 6],
    ['unreachable', 4],
    ['unauthorized', 1],
    ['model-not-found', 1],
    ['not-recorded', 1],
    ['budget-reached', 1],
  ] as const)('sends at most so often after %s: %i', async (code, attempts) => {
    const { llm, inner } = retried(failed(llmFault(code, 'No.')));
    expect(await llm.complete(requestFor())).toMatchObject({ fault: { code } });
    expect(inner.calls).toHaveLength(attempts);
  });

  test('says how often it tried', async () => {
    const { llm } = retried(busy, { attempts: 2 });
    expect(await llm.complete(requestFor())).toMatchObject({ fault: { message: 'busy. Gave up after 2 attempts.' } });
  });

  test('stops when interrupted', async () => {
    const controller = new AbortController();
    const { llm, inner } = retried(busy, { signal: controller.signal, sleep: async () => controller.abort() });
    expect(await llm.complete(requestFor())).toMatchObject({ fault: { code: 'server-error' } });
    expect(inner.calls).toHaveLength(1);
  });

  test('brings a request through an endpoint that fails half of the time', async () => {
    const { url } = await offline({ faults: { '429': 0.2, '500': 0.2, garbage: 0.1 }, retryAfterMs: 1, seed: 4 });
    const llm = withRetry(clientOf(url), { sleep: async () => {}, attempts: 20 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => llm.complete(requestFor())));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
  });
});
