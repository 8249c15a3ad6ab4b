import { describe, expect, test } from 'vitest';
import type { LlmReply, LlmRequest, ReplyCache } from '../../../src/core/ports.ts';
import { replyKey } from '../../../src/llm/key.ts';
import { newMeter } from '../../../src/llm/meter.ts';
import { scriptedReply } from '../../../src/llm/scripted.ts';
import { storedOnly } from '../../../src/llm/stored-only.ts';

const name = { endpoint: 'e', model: 'm' };
const request: LlmRequest = { label: { stage: 'solve', seed: 's/a', sample: 3 }, messages: [] };

/** A cache that may be read, and nothing else. */
function readOnly(replies: ReadonlyMap<string, LlmReply>): ReplyCache {
  const refuse = (): never => {
    throw new Error('nothing may be written');
  };
  return { get: async (key) => replies.get(key), put: refuse, begin: refuse, withdraw: refuse };
}

describe('storedOnly', () => {
  test('answers what is stored, and counts it', async () => {
    const meter = newMeter();
    const reply = scriptedReply('hello');
    const llm = storedOnly({ cache: readOnly(new Map([[replyKey(request, name), reply]])), meter, ...name });
    expect(await llm.complete(request)).toEqual({ ok: true, value: reply });
    expect(meter).toEqual({ ...newMeter(), stored: 1 });
  });

  test('meets everything else with a fault that an invocation which asks can heal, and notes nothing', async () => {
    const meter = newMeter();
    const known = new Map([[replyKey(request, { ...name, model: 'other' }), scriptedReply('hello')]]);
    const outcome = await storedOnly({ cache: readOnly(known), meter, ...name }).complete(request);
    expect(outcome).toMatchObject({ ok: false, fault: { boundary: 'llm', code: 'not-stored', retryable: true } });
    expect(outcome.ok ? '' : outcome.fault.message).toContain('solve of s/a (sample 3)');
    expect(meter).toEqual(newMeter());
  });
});
