import { describe, expect, test } from 'vitest';
import { JobQueue, Overloaded } from '../../../src/serve/judge/queue.ts';

const patient = { signal: new AbortController().signal, maxWaitMs: 60_000 };

/** A job that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { job: () => promise, end: () => resolve('done') };
}

describe('the queue', () => {
  test('has room for what runs at once and for its capacity, and for no more', async () => {
    const queue = new JobQueue({ concurrency: 2, capacity: 3 });
    expect([queue.hasRoom(5), queue.hasRoom(6)]).toEqual([true, false]);
    const jobs = Array.from({ length: 4 }, held);
    const running = jobs.map(({ job }) => queue.run(job, patient));
    expect([queue.running, queue.waiting, queue.hasRoom(1), queue.hasRoom(2)]).toEqual([2, 2, true, false]);
    for (const { end } of jobs) end();
    expect(await Promise.all(running)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('refuses a job whose turn does not come in time, and not one that only takes long', async () => {
    const queue = new JobQueue({ concurrency: 1, capacity: 9 });
    const slow = held();
    const first = queue.run(slow.job, { ...patient, maxWaitMs: 1 });
    const late = queue.run(async () => 'never', { ...patient, maxWaitMs: 1 });
    await expect(late).rejects.toThrow('its turn did not come in time');
    slow.end();
    expect(await first).toBe('done');
    expect(queue.waiting).toBe(0);
  });

  test('drops a job whose client has gone while it waits', async () => {
    const queue = new JobQueue({ concurrency: 1, capacity: 9 });
    const [slow, client] = [held(), new AbortController()];
    const first = queue.run(slow.job, patient);
    let isBegun = false;
    const gone = queue.run(async () => (isBegun = true), { ...patient, signal: client.signal });
    client.abort();
    await expect(gone).rejects.toThrow();
    slow.end();
    await first;
    expect(isBegun).toBe(false);
  });

  test('refuses what waits when it closes, and lets what runs end', async () => {
    const queue = new JobQueue({ concurrency: 1, capacity: 9 });
    const slow = held();
    const first = queue.run(slow.job, patient);
    const second = queue.run(slow.job, patient);
    first.catch(() => {});
    const closing = queue.close();
    await expect(second).rejects.toThrow(Overloaded);
    slow.end();
    await closing;
  });

  test('passes on what a job throws', async () => {
    const queue = new JobQueue({ concurrency: 1, capacity: 1 });
    const failing = queue.run(() => Promise.reject(new Error('broken')), patient);
    await expect(failing).rejects.toThrow('broken');
  });
});
