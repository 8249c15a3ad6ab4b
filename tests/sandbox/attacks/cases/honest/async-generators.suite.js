import { expect, test } from 'vitest';
import { collect, log, mapped, ticks } from './solution';

test('ended early', async () => {
  const seen = [];
  for await (const n of ticks(1000)) {
    seen.push(n);
    if (n === 3) break;
  }
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(log).toEqual(['closed']);
});
test('of the suite', async () => {
  async function* own() {
    yield 1;
    await null;
    yield { two: 2 };
  }
  expect(await collect(own())).toEqual([1, { two: 2 }]);
  expect(await collect(mapped(own(), async (x) => [x]))).toEqual([[1], [{ two: 2 }]]);
  expect(await collect([Promise.resolve(3), 4])).toEqual([3, 4]);
});
test('failing', async () => {
  const failing = mapped([1], () => {
    throw new Error('in f');
  });
  await expect(collect(failing)).rejects.toThrow('in f');
});
