import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Dispatcher, type LaneEvents } from '../../../../sandbox/pool/dispatcher.ts';
import type { Numbered } from '../../../../sandbox/pool/lane-messages.ts';
import { TaskQueue } from '../../../../sandbox/pool/queue.ts';
import type { Job, Outcome } from '../../../../sandbox/types.ts';
import { job } from '../../../sandbox/harness.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { readonly type: 'minor' }) => void;

const jobs = 400;
const bytesPerJob = 50_000;
const tolerated = 0.1;

const bigJob = (): Job => job({ suite: randomBytes(bytesPerJob / 2).toString('hex') });
const outcome: Outcome = { ok: true, report: { kind: 'tampered', what: '' }, durationMs: 0 };

/** The share of what went through that is still there when only the young generation was collected. */
async function kept(passOne: () => Promise<void> | void): Promise<number> {
  await passOne();
  // What lives for long is in the old generation from now on.
  collect();
  collect();
  const before = getHeapStatistics().used_heap_size;
  for (let count = 1; count <= jobs; count++) {
    await passOne();
    if (count % 20 === 0) collect({ type: 'minor' });
  }
  collect({ type: 'minor' });
  collect({ type: 'minor' });
  return (getHeapStatistics().used_heap_size - before) / (jobs * bytesPerJob);
}

test('what a dispatcher is done with is gone without a full collection', async () => {
  const sent: Numbered[] = [];
  const lanes: LaneEvents[] = [];
  const dispatcher = new Dispatcher({
    lanes: 1,
    open: (_slot, events) => {
      lanes.push(events);
      return { send: (some) => void sent.push(...some), hold: () => undefined, close: async () => undefined };
    },
  });
  const share = await kept(async () => {
    void dispatcher.submit(bigJob());
    await setImmediate();
    if (sent.length > 4) lanes[0]?.onJudged(sent.splice(0, 1).map(({ id }) => ({ id, outcome })));
  });
  expect(share).toBeLessThan(tolerated);
});

test('what a lane’s queue is done with is gone without a full collection', async () => {
  const queue = new TaskQueue();
  const tickets: number[] = [];
  const share = await kept(() => {
    queue.add({ job: bigJob(), settle: () => undefined, deaths: 0 });
    tickets.push(...queue.send(1).map(({ ticket }) => ticket));
    if (tickets.length > 4) queue.end(tickets.shift() ?? 0);
  });
  expect(share).toBeLessThan(tolerated);
});
