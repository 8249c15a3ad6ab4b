import { writeSync } from 'node:fs';
import { openEmbeddedStore } from '../../../src/store/embedded.ts';

/** Writes to a store for ever, some writes at a time, and names each on a line of its own once it is acknowledged. */
const [file = '', first = '0'] = process.argv.slice(2);
const lanes = 8;
const store = openEmbeddedStore(file);
const run = (await store.findRun('out')) ?? (await store.createRun('out', {}));
const replies = store.replies(run.id, () => 0);

function acknowledge(kind: string, key: string): void {
  writeSync(1, `${kind} ${key}\n`);
}

async function write(lane: number): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const key = `${first}-${lane}-${turn}`;
    await replies.begin(key);
    const usage = { promptTokens: 1, completionTokens: 1 };
    await replies.put(key, { content: key.repeat(50), model: 'm', finishReason: 'stop', usage });
    acknowledge('reply', key);
    const items = Array.from({ length: 5 }, (_, position) => ({ kind: 'accepted' as const, body: [key, position] }));
    await store.settle(run.id, { unit: { kind: 'lane', key }, retryable: false, summary: key, items });
    acknowledge('unit', key);
    await store.putVerdict(key, { kind: key });
    acknowledge('verdict', key);
  }
}

await Promise.all(Array.from({ length: lanes }, (_, lane) => write(lane)));
