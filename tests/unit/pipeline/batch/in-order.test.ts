import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder, type WindowBounds } from '../../../../src/pipeline/batch/in-order.ts';

const wide: WindowBounds = { items: 100, bytes: 1e9 };

async function* from<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** Runs with little that differs; says what was consumed and how much was ever under way. */
async function run(
  items: AsyncIterable<number>,
  { work = async (item) => item, bounds = wide, fails = () => false }: RunOptions = {},
): Promise<{ consumed: number[]; most: number; error: unknown; ended: boolean }> {
  const consumed: number[] = [];
  const ending = new AbortController();
  let [underWay, most] = [0, 0];
  const error: unknown = await inOrder<number, number>({
    source: items,
    bounds,
    ending,
    sizeOf: (item) => item,
    work: (item) => {
      most = Math.max(most, ++underWay);
      return work(item);
    },
    consume: async (result) => {
      if (fails(result)) throw new Error(`cannot take ${result}`);
      consumed.push(result);
      underWay -= 1;
    },
  }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { consumed, most, error, ended: ending.signal.aborted };
}

interface RunOptions {
  readonly work?: (item: number) => Promise<number>;
  readonly bounds?: WindowBounds;
  readonly fails?: (result: number) => boolean;
}

async function takingTurns(item: number): Promise<number> {
  await new Promise((resolve) => setImmediate(resolve));
  return item;
}

describe('inOrder', () => {
  test('hands on results in order, whatever order they come in, and never has more under way than it may', async () => {
    const items = fc.array(fc.integer({ min: 1, max: 9 }));
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 5 }), fc.scheduler(), async (all, limit, scheduler) => {
        const work = scheduler.scheduleFunction(async (item: number) => item);
        const running = run(from(all), { work, bounds: { items: limit, bytes: 1e9 } });
        await scheduler.waitFor(running);
        const { consumed, most, error } = await running;
        expect({ consumed, error }).toEqual({ consumed: all, error: undefined });
        expect(most).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('lets in as many bytes as it may, and at least one item', async () => {
    const { consumed, most } = await run(from([5, 5, 20, 1, 1]), {
      work: takingTurns,
      bounds: { items: 9, bytes: 10 },
    });
    expect({ consumed, most }).toEqual({ consumed: [5, 5, 20, 1, 1], most: 2 });
  });

  test('reads no further while the first item is slow', async () => {
    let read = 0;
    const slow = Promise.withResolvers<number>();
    const source = async function* () {
      for (read = 0; read < 1000; read += 1) yield read;
    };
    const running = run(source(), {
      work: async (item) => (item === 0 ? slow.promise : item),
      bounds: { items: 8, bytes: 1e9 },
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBe(8);
    slow.resolve(0);
    expect((await running).consumed).toHaveLength(1000);
  });

  test('fails with the first failure in order, after what came before it', async () => {
    const work = async (item: number): Promise<number> => {
      if (item > 2) throw new Error(`item ${item}`);
      return item;
    };
    const { consumed, error, ended } = await run(from([1, 2, 3, 4]), { work });
    expect({ consumed, error, ended }).toEqual({ consumed: [1, 2], error: new Error('item 3'), ended: true });
  });

  test('fails with the source, after what it gave', async () => {
    const source = async function* () {
      yield 1;
      throw new Error('no more');
    };
    expect(await run(source())).toMatchObject({ consumed: [1], error: new Error('no more') });
  });

  test('stops the source when nothing more can be consumed', async () => {
    let given = 0;
    let isClosed = false;
    const source = async function* () {
      try {
        for (;;) yield (given += 1);
      } finally {
        isClosed = true;
      }
    };
    const { consumed, error } = await run(source(), {
      bounds: { items: 4, bytes: 1e9 },
      fails: (result) => result === 10,
    });
    expect({ consumed: consumed.length, error, isClosed }).toEqual({
      consumed: 9,
      error: new Error('cannot take 10'),
      isClosed: true,
    });
    expect(given).toBeLessThan(20);
  });
});
