import { describe, expect, test } from 'vitest';
import { failed, ok, type Outcome } from '../../../../src/core/fault.ts';
import type { ServedBatch } from '../../../../src/llm/batch/api.ts';
import { waitForEnd } from '../../../../src/llm/batch/poll.ts';
import { llmFault } from '../../../../src/llm/fault.ts';

type Look = Outcome<ServedBatch | undefined>;

const seen = (status: string, retryAfterMs?: number): Look =>
  ok({ id: 'b', status, files: [], errors: [], retryAfterMs });
const busy = failed(llmFault('rate-limited', 'slow down', 90));
const down = failed(llmFault('unreachable', 'nobody there'));

function polling(looks: readonly Look[], signal = new AbortController().signal) {
  const waits: number[] = [];
  let turn = 0;
  const retrieve = async (): Promise<Look> => looks[Math.min(turn++, looks.length - 1)] ?? down;
  const sleep = async (ms: number): Promise<void> => void waits.push(ms);
  return { waits, looks: () => turn, end: waitForEnd('b', { retrieve }, { pollMs: 10, sleep, signal }) };
}

describe('waiting for a batch', () => {
  test.each(['completed', 'failed', 'expired', 'cancelled'])('ends when it is %s', async (status) => {
    const { end, waits } = polling([seen('validating'), seen('cancelling'), seen('finalizing'), seen(status)]);
    expect(await end).toMatchObject({ value: { status } });
    expect(waits).toHaveLength(3);
  });

  test('ends when the server does not know it', async () => {
    expect(await polling([seen('in_progress'), ok(undefined)]).end).toEqual(ok(undefined));
  });

  test('looks more and more seldom, up to a quarter as often', async () => {
    const { end, waits } = polling([...Array.from({ length: 6 }, () => seen('in_progress')), seen('completed')]);
    await end;
    expect(waits).toEqual([10, 15, 22.5, 33.75, 40, 40]);
  });

  test('waits as long as the server asks, in an answer or a refusal', async () => {
    const { end, waits } = polling([seen('in_progress', 70), busy, seen('completed')]);
    await end;
    expect(waits).toEqual([70, 90]);
  });

  test('outlives looks that fail, but not for ever', async () => {
    const few = Array.from({ length: 8 }, () => down);
    expect(await polling([...few, seen('in_progress'), ...few, seen('completed')]).end).toMatchObject({ ok: true });
    const { end, looks } = polling([down]);
    expect(await end).toMatchObject({ fault: { code: 'unreachable' } });
    expect(looks()).toBe(9);
  });

  test('ends at once at a fault that will not heal', async () => {
    const { end, waits } = polling([failed(llmFault('unauthorized', 'no'))]);
    expect(await end).toMatchObject({ fault: { code: 'unauthorized' } });
    expect(waits).toEqual([]);
  });

  test('ends when it is interrupted', async () => {
    const stopping = new AbortController();
    const { end } = polling([seen('in_progress')], stopping.signal);
    stopping.abort();
    expect(await end).toMatchObject({ fault: { code: 'interrupted' } });
  });
});
