/** A process that judges jobs one after another, and may be killed at any moment. */
import { Worker } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import { entryPath } from '../entry-path.ts';
import { judge } from './judge.ts';
import type { FromChild, ToChild } from './protocol.ts';
import { guestOf } from './snapshot.ts';

const queue: ToChild[] = [];
let isBusy = false;

function send(message: FromChild): void {
  process.send?.(message);
}

async function work(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    send({ kind: 'started', ticket: next.ticket });
    // The message has to be on its way before the isolate takes the thread.
    await setImmediate();
    const startedAt = performance.now();
    const report = judge(next.job);
    send({ kind: 'ended', ticket: next.ticket, report, durationMs: performance.now() - startedAt });
  }
  isBusy = false;
}

process.on('message', (jobs: readonly ToChild[]) => {
  queue.push(...jobs);
  void work();
});
process.on('disconnect', () => process.exit());

guestOf('core');
guestOf('properties');
new Worker(entryPath('host/orphan-watch'), { workerData: process.ppid, env: {} }).unref();
send({ kind: 'ready' });
