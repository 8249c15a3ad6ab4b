import { describe, expect, test } from 'vitest';
import type { BatchJournal, ReplyCache } from '../../../src/core/ports.ts';
import { openEndpoint } from '../../../src/pipeline/endpoint.ts';
import { configOf } from '../support/examples.ts';

const spent = { sent: 0, stored: 0, repeated: 0, promptTokens: 0, completionTokens: 0, costUsd: 0 };
const empty: ReplyCache = {
  get: async () => undefined,
  put: async () => {},
  begin: async () => ({ repeated: false }),
  withdraw: async () => {},
};

const noBatches: BatchJournal = {
  open: async () => {},
  update: async () => {},
  pending: async () => [],
  close: async () => {},
};

describe('openEndpoint with stored replies only', () => {
  test.each(['offline', 'openai'])('starts nothing, asks nobody and needs no key (%s)', async (kind) => {
    const config = configOf({ endpoint: { kind, model: 'm', api_key_env: 'NO_SUCH_KEY' } });
    const opened = await openEndpoint({
      config,
      credentials: new Map(),
      replies: () => empty,
      notes: { verdict: async () => undefined, putVerdict: async () => {} },
      batches: noBatches,
      spent,
      stopping: new AbortController().signal,
      clock: { now: () => 0 },
      storedOnly: true,
    });
    expect(process.getActiveResourcesInfo()).not.toContain('TCPServerWrap');
    const asked = await opened.llm.complete({ label: { stage: 'task', seed: 's/a', sample: 0 }, messages: [] });
    expect(asked).toMatchObject({ ok: false, fault: { code: 'not-stored' } });
    expect(opened.meter.sent).toBe(0);
    await opened.close();
  });
});
