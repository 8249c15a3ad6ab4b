import { describe, expect, test } from 'vitest';
import { WinnowError } from '../../../src/core/error.ts';
import { allDone, Stop } from '../../../src/pipeline/stop.ts';

const reason = new WinnowError('enough', { code: 'interrupted', exit: 130 });
const other = new WinnowError('later', { code: 'until-reached', exit: 3 });

describe('Stop', () => {
  test('lets work begin until it is asked to stop', async () => {
    const stop = new Stop();
    expect(await stop.begin(async () => 1)).toBe(1);
    stop.request(reason);
    let begun = false;
    const late = stop.begin(async () => {
      begun = true;
    });
    await expect(late).rejects.toBe(reason);
    expect(begun).toBe(false);
  });

  test('lets what is under way finish', async () => {
    const stop = new Stop();
    const { promise, resolve } = Promise.withResolvers<string>();
    const work = stop.begin(() => promise);
    stop.request(reason);
    resolve('done');
    expect(await work).toBe('done');
  });

  test('keeps the first reason', () => {
    const stop = new Stop();
    expect(stop.reason).toBeUndefined();
    stop.request(reason);
    stop.request(other);
    expect(stop.reason).toBe(reason);
  });

  test('is idle when nothing is under way, also what began in the meantime or failed', async () => {
    const stop = new Stop();
    const done: string[] = [];
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const work = stop.begin(async () => {
      await first.promise;
      stop.begin(() => second.promise).catch(() => done.push('second'));
      done.push('first');
    });
    const idle = stop.idle().then(() => done.push('idle'));
    first.resolve();
    await work;
    second.reject(new Error('failed'));
    await idle;
    expect(done).toEqual(['first', 'second', 'idle']);
    await new Stop().idle();
  });
});

describe('allDone', () => {
  test('gives the values in order', async () => {
    expect(await allDone([Promise.resolve(1), Promise.resolve(undefined), Promise.resolve(3)])).toEqual([
      1,
      undefined,
      3,
    ]);
  });

  test('fails only when all are done, with the first failure in order', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const [early, late] = [new Error('early'), new Error('late')];
    const seen: string[] = [];
    const slow = promise.then(() => {
      seen.push('slow');
      throw late;
    });
    const all = allDone([slow, Promise.reject(early)]).catch((error: unknown) => seen.push(String(error)));
    await Promise.allSettled([Promise.reject(early)]);
    expect(seen).toEqual([]);
    resolve();
    await all;
    expect(seen).toEqual(['slow', 'Error: late']);
  });
});
