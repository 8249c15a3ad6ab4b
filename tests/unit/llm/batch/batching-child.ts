import { writeSync } from 'node:fs';
import type { BatchChange, BatchJournal, LlmReply, ReplyCache } from '../../../../src/core/ports.ts';
import { createBatchClient } from '../../../../src/llm/batch/client.ts';
import { newMeter } from '../../../../src/llm/meter.ts';
import { offlineModel } from '../../../../src/llm/offline/models.ts';
import { stackLlm } from '../../../../src/llm/stack.ts';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';

/**
 * Asks for so many replies in one batch, and halts for ever at a moment that is named: `opened`, `uploaded`, `created`
 * (at the server, before it is noted), `noted`, or `answered` (before any reply is stored). Says when it is there.
 */
const [url = '', file = '', count = '0', haltAt = ''] = process.argv.slice(2);

async function reach(moment: string): Promise<void> {
  if (moment !== haltAt) return;
  writeSync(1, `${moment}\n`);
  await new Promise(() => setInterval(() => {}, 60_000));
}

function halting(journal: BatchJournal): BatchJournal {
  return {
    open: async (batch) => {
      await journal.open(batch);
      await reach('opened');
    },
    update: async (hash, change: BatchChange) => {
      if (change.id !== undefined) await reach('created');
      await journal.update(hash, change);
      await reach(change.id === undefined ? 'uploaded' : 'noted');
    },
    pending: (endpoint) => journal.pending(endpoint),
    close: (hash) => journal.close(hash),
  };
}

function haltingCache(cache: ReplyCache): ReplyCache {
  return {
    get: (key) => cache.get(key),
    put: async (key, reply: LlmReply) => {
      await reach('answered');
      await cache.put(key, reply);
    },
    begin: (key) => cache.begin(key),
    withdraw: (key) => cache.withdraw(key),
  };
}

const store = openEmbeddedStore(file);
const run = (await store.findRun('out')) ?? (await store.createRun('out', {}));
const journal = halting(store.batches());
const name = { model: offlineModel, name: 'offline' };
const client = createBatchClient({
  ...name,
  baseUrl: url,
  timeoutMs: 5000,
  labelled: true,
  journal,
  lingerMs: 20,
  pollMs: 20,
});
const llm = stackLlm(client, {
  endpoint: name.name,
  model: name.model,
  cache: haltingCache(store.replies(run.id, () => 0)),
  meter: newMeter(),
  budget: { limits: {} },
  concurrency: { max: 1000 },
  prepare: () => client.load(),
  isUnderWay: (key) => client.isUnderWay(key),
});
const asked = Array.from({ length: Number(count) }, (_, sample) =>
  llm.complete({
    label: { stage: 'solve', seed: 'strings/soft-wrap', sample },
    messages: [{ role: 'user', content: 'Wrap the text softly.' }],
  }),
);
const outcomes = await Promise.all(asked);
await client.close();
await store.close();
const contents = outcomes.map((outcome) => (outcome.ok ? outcome.value.content : outcome.fault.code));
writeSync(1, `done ${JSON.stringify(contents)}\n`);
