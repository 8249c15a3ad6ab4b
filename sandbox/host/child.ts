/** A process that judges jobs one after another, and may be killed at any moment. */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { entryPath } from '../entry-path.ts';
import { FrameReader, frameOf } from './frames.ts';
import { judge } from './judge.ts';
import { setPackages } from './packages.ts';
import { answersFd, type FromChild, type Ticketed, type ToChild } from './protocol.ts';
import { guestOf } from './snapshot.ts';

const queue: Ticketed[] = [];
let isBusy = false;

/** Writes before it returns: what is under way when the next job takes the thread would never arrive if that job kills the process. */
function send(message: FromChild): void {
  const frame = frameOf(JSON.stringify(message));
  for (let from = 0; from < frame.length;) from += writeSync(answersFd, frame, from);
}

async function work(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const startedAt = performance.now();
    const report = judge(next.job);
    send({ kind: 'ended', ticket: next.ticket, report, durationMs: performance.now() - startedAt });
    // What isolates leave to be cleared up is cleared up by the event loop.
    await setImmediate();
  }
  isBusy = false;
}

async function start(packages: Readonly<Record<string, string>>): Promise<void> {
  const watch = new Worker(entryPath('host/orphan-watch'), { workerData: process.ppid, env: {} });
  // A thread comes up only while this one turns its event loop: the first candidate may never let it.
  const isWatching = once(watch, 'message');
  watch.unref();
  setPackages(packages);
  guestOf('solution');
  guestOf('core');
  guestOf('properties');
  await isWatching;
  send({ kind: 'ready' });
}

function receive(message: ToChild): void {
  if (message.kind === 'init') return void start(message.packages);
  queue.push(...message.jobs);
  void work();
}

const requests = new FrameReader(Number.POSITIVE_INFINITY);
process.stdin.on('data', (chunk: Buffer) => {
  for (const text of requests.push(chunk)) receive(JSON.parse(text) as ToChild);
});
process.stdin.on('close', () => process.exit());
