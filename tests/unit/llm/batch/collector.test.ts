import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Collector, type CollectorLimits } from '../../../../src/llm/batch/collector.ts';

function collecting(limits: Partial<CollectorLimits> = {}) {
  const batches: string[][] = [];
  const collector = new Collector({ size: 3, bytes: 1000, lingerMs: 100, ...limits }, (lines) =>
    batches.push([...lines.keys()]),
  );
  return { batches, collector };
}

describe('a collector', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('sends as soon as there are enough', async () => {
    const { batches, collector } = collecting();
    const sent = ['a', 'b', 'c', 'd'].map((key) => collector.add(key, 'x'));
    expect(batches).toEqual([['a', 'b', 'c']]);
    expect(await sent[0]).toBe(1);
  });

  test('sends what there is after a lull, which each new request puts off', () => {
    const { batches, collector } = collecting();
    void collector.add('a', 'x');
    vi.advanceTimersByTime(99);
    void collector.add('b', 'x');
    vi.advanceTimersByTime(99);
    expect(batches).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(batches).toEqual([['a', 'b']]);
    vi.advanceTimersByTime(1000);
    expect(batches).toHaveLength(1);
  });

  test('drops what there is, and says so', async () => {
    const { batches, collector } = collecting();
    const sent = collector.add('a', 'x');
    collector.drop();
    expect(await sent).toBeUndefined();
    collector.flush();
    vi.advanceTimersByTime(1000);
    expect(batches).toEqual([]);
  });
});

const lines = fc.array(fc.record({ key: fc.string({ maxLength: 2 }), line: fc.string({ maxLength: 20 }) }));

property.prop([lines, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60 })])(
  'sends each request once a batch, in order, and no batch is too large unless one line alone is',
  (added, size, bytes) => {
    const sent: (readonly [string, string])[][] = [];
    const collector = new Collector({ size, bytes, lingerMs: 1000 }, (batch) => sent.push([...batch]));
    for (const { key, line } of added) void collector.add(key, line);
    collector.flush();
    for (const batch of sent) {
      expect(batch.length).toBeLessThanOrEqual(size);
      expect(new Set(batch.map(([key]) => key)).size).toBe(batch.length);
    }
    expect(new Set(sent.flat().map(([key]) => key))).toEqual(new Set(added.map(({ key }) => key)));
    const unique = new Map(added.map(({ key, line }) => [key, line]));
    if (unique.size !== added.length) return;
    expect(sent.flat()).toEqual(added.map(({ key, line }) => [key, line]));
    for (const batch of sent) {
      const total = batch.reduce((sum, [, line]) => sum + Buffer.byteLength(line), 0);
      expect(batch.length === 1 || total <= bytes).toBe(true);
    }
  },
);
