import { describe, expect, test, vi } from 'vitest';
import { accepted, requestOf, ScriptedJudge } from './scripted-judge.ts';

const patient = { maxWaitMs: 60_000, gone: new AbortController().signal };

describe('the queue of programs', () => {
  test('judges so many at once, in the order of their arrival', async () => {
    const judge = new ScriptedJudge();
    const queue = judge.queue(2, 10);
    const ended = ['a', 'b', 'c'].map((program) => queue.add(requestOf(program), patient));
    expect(queue.load).toEqual({ queued: 1, running: 2, capacity: 10 });
    expect(judge.begun).toEqual(['a', 'b']);
    judge.finish('b');
    expect(await ended[1]).toEqual({ judged: accepted() });
    await vi.waitFor(() => expect(judge.begun).toEqual(['a', 'b', 'c']));
    judge.finishAll();
    await Promise.all(ended);
    expect(queue.load).toEqual({ queued: 0, running: 0, capacity: 10 });
  });

  test('knows how many more have a place', async () => {
    const judge = new ScriptedJudge();
    const queue = judge.queue(1, 2);
    expect([queue.hasRoom(3), queue.hasRoom(4), queue.places]).toEqual([true, false, 3]);
    const ended = ['a', 'b'].map((program) => queue.add(requestOf(program), patient));
    expect([queue.hasRoom(1), queue.hasRoom(2)]).toEqual([true, false]);
    const gone = new AbortController();
    const left = queue.add(requestOf('c'), { ...patient, gone: gone.signal });
    expect(queue.hasRoom(1)).toBe(false);
    gone.abort();
    expect(await left).toEqual({ refusal: 'client-gone' });
    expect(queue.hasRoom(1)).toBe(true);
    judge.finish('a');
    await vi.waitFor(() => expect(judge.begun).toEqual(['a', 'b']));
    judge.finish('b');
    await Promise.all(ended);
  });

  test('holds no more text than there is memory for', async () => {
    const judge = new ScriptedJudge();
    const queue = judge.queue(1, 10);
    const [most, long] = [256 * 1024 * 1024, 'a'.repeat(1024)];
    expect(queue.hasRoom(1, most + 1)).toBe(true);
    const ended = queue.add(requestOf(long), patient);
    expect([queue.hasRoom(1, most - 2048), queue.hasRoom(1, most - 1024)]).toEqual([true, false]);
    judge.finish(long);
    await ended;
    expect(queue.hasRoom(1, most)).toBe(true);
  });

  test('lets go of what may wait no longer, and never of what has begun', async () => {
    const judge = new ScriptedJudge();
    const queue = judge.queue(1, 10);
    const first = queue.add(requestOf('a'), { ...patient, maxWaitMs: 0 });
    const second = queue.add(requestOf('b'), { ...patient, maxWaitMs: 5 });
    expect(await second).toEqual({ refusal: 'waited-too-long' });
    judge.finish('a');
    expect(await first).toEqual({ judged: accepted() });
    expect(judge.begun).toEqual(['a']);
  });

  test('ends what runs for a client that has gone, and goes on with the next', async () => {
    const judge = new ScriptedJudge();
    const queue = judge.queue(1, 10);
    const gone = new AbortController();
    const first = queue.add(requestOf('a'), { ...patient, gone: gone.signal });
    const second = queue.add(requestOf('b'), patient);
    gone.abort();
    expect(await first).toEqual({ refusal: 'client-gone' });
    await vi.waitFor(() => expect(judge.begun).toEqual(['a', 'b']));
    judge.finish('b');
    expect(await second).toEqual({ judged: accepted() });
    expect(await queue.add(requestOf('c'), { ...patient, gone: gone.signal })).toEqual({ refusal: 'client-gone' });
  });

  test('finishes what runs when it is stopped, and begins nothing more', async () => {
    const judge = new ScriptedJudge();
    const queue = judge.queue(1, 10);
    const ended = ['a', 'b'].map((program) => queue.add(requestOf(program), patient));
    const stopped = queue.stop();
    expect(await ended[1]).toEqual({ refusal: 'stopping' });
    expect(await queue.add(requestOf('c'), patient)).toEqual({ refusal: 'stopping' });
    judge.finish('a');
    expect(await ended[0]).toEqual({ judged: accepted() });
    await stopped;
    expect(judge.begun).toEqual(['a']);
  });

  test('passes on what is a bug of the judge', async () => {
    const queue = new ScriptedJudge().queue(1, 1);
    const gone = new AbortController();
    const broken = {
      ...requestOf('a'),
      get program(): string {
        throw new TypeError('a bug');
      },
    };
    await expect(queue.add(broken, { ...patient, gone: gone.signal })).rejects.toThrow('a bug');
  });

  test('says after which time to come again, within bounds', () => {
    const queue = new ScriptedJudge().queue(1, 10);
    expect(queue.retryAfterS).toBe(1);
  });
});
