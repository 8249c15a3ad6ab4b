import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outbox } from '../../../../sandbox/pool/outbox.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function setup(): { readonly outbox: Outbox<number>; readonly posts: (readonly number[])[] } {
  const posts: (readonly number[])[] = [];
  return { outbox: new Outbox((items) => posts.push(items)), posts };
}

test('with little left to do, what is done goes at once, together with what is done in the same turn', async () => {
  const { outbox, posts } = setup();
  outbox.add(1, 1);
  outbox.add(2, 0);
  expect(posts).toEqual([]);
  await setImmediate();
  expect(posts).toEqual([[1, 2]]);
});

test('with plenty left, it waits a moment for company', async () => {
  const { outbox, posts } = setup();
  outbox.add(1, 10);
  await setImmediate();
  outbox.add(2, 9);
  expect(posts).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(posts).toEqual([[1, 2]]);
});

test('what has been posted is not posted again', async () => {
  const { outbox, posts } = setup();
  for (let item = 0; item < 8; item++) outbox.add(item, 20);
  await setImmediate();
  await vi.advanceTimersByTimeAsync(10);
  outbox.flush();
  expect(posts).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
});
