import { expect, test } from 'vitest';
import { deferred, query, settle, Task } from './solution';

test('thenable', async () => {
  const rows = await query(1, 2, 3)
    .from()
    .where((x) => x > 1);
  expect(rows).toEqual([2, 3]);
});
test('subclass', async () => {
  expect(Task.make(1)).toBeInstanceOf(Promise);
  expect(await Task.make(4).twice()).toBe(8);
});
test('deferred', async () => {
  const { promise, resolve } = deferred();
  setTimeout(() => resolve({ late: true }), 5);
  expect(await promise).toEqual({ late: true });
});
test('settled', async () => {
  const own = new Error('own');
  const [a, b] = await settle([Promise.resolve(1), Promise.reject(own)]);
  expect(a).toEqual({ status: 'fulfilled', value: 1 });
  expect(b.reason).toBe(own);
});
