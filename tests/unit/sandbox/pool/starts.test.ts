import { expect, test } from 'vitest';
import { Starts } from '../../../../sandbox/pool/starts.ts';

test('a child that does not come up is tried again later, and then given up until it is asked for', () => {
  const starts = new Starts();
  const first = starts.failed('crash');
  const second = starts.failed('crash');
  expect([first.isHopeless, second.isHopeless]).toEqual([false, false]);
  expect(second.delayMs).toBeGreaterThan(first.delayMs);
  expect(starts.failed('crash').isHopeless).toBe(true);
  expect(starts.failed('crash')).toEqual(first);
});

test('a child that came up clears the count', () => {
  const starts = new Starts();
  starts.failed('crash');
  starts.failed('crash');
  starts.succeeded();
  expect(starts.failed('crash').isHopeless).toBe(false);
});

test('children that somebody kills count for little, but do count', () => {
  const starts = new Starts();
  const hopeless = Array.from({ length: 40 }, () => starts.failed('stranger').isHopeless);
  expect(hopeless.indexOf(true)).toBeGreaterThan(20);
});
