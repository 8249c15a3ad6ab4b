import { expect, test } from 'vitest';
import type { Usage } from '../../../../sandbox/pool/proc.ts';
import { cpuLimitMs, growthLimitMb, wallLimitMs } from '../../../../sandbox/pool/limits.ts';
import { type Stop, Watch } from '../../../../sandbox/pool/watch.ts';

const limits = { cpuMs: 1000, memoryMb: 64, outputKb: 64 };
const idleMb = 100;
const stepMs = 20;

function usage(parts: Partial<Usage>): Usage {
  return { cpuMs: 0, residentMb: idleMb, isStopped: false, ...parts };
}

/** Takes samples, one a step, until the watch says stop or the time is over. */
function stopOf(watch: Watch, forMs: number, usageAt: (ms: number) => Usage | undefined): Stop | undefined {
  for (let atMs = 0; atMs <= forMs; atMs += stepMs) {
    const stop = watch.take({ atMs, usage: usageAt(atMs) });
    if (stop !== undefined) return stop;
  }
  return undefined;
}

function begun(): Watch {
  const watch = new Watch(idleMb);
  watch.begin(limits);
  return watch;
}

test('nothing is wrong with a candidate within its limits', () => {
  expect(stopOf(begun(), 900, (ms) => usage({ cpuMs: ms, residentMb: 160 }))).toBeUndefined();
});

test('CPU time counts from where the candidate began', () => {
  const watch = new Watch(idleMb);
  watch.take({ atMs: 0, usage: usage({ cpuMs: 50_000 }) });
  watch.begin(limits);
  expect(watch.take({ atMs: 20, usage: usage({ cpuMs: 50_000 + cpuLimitMs(limits) }) })).toBeUndefined();
  expect(watch.take({ atMs: 40, usage: usage({ cpuMs: 50_010 + cpuLimitMs(limits) }) })).toBe('cpu');
});

test('memory beyond the limit is the candidate’s when it took that much itself', () => {
  const watch = begun();
  expect(watch.take({ atMs: 20, usage: usage({ residentMb: idleMb + growthLimitMb(limits) }) })).toBeUndefined();
  expect(watch.take({ atMs: 40, usage: usage({ residentMb: idleMb + growthLimitMb(limits) + 1 }) })).toBe('memory');
});

test('memory that was there before may be another’s', () => {
  const watch = new Watch(idleMb);
  watch.take({ atMs: 0, usage: usage({ residentMb: 250 }) });
  watch.begin(limits);
  expect(watch.take({ atMs: 20, usage: usage({ residentMb: 262 }) })).toBe('crowded');
});

test.each<[string, number, Stop]>([
  ['no', 0, 'starved'],
  ['little', 0.05, 'starved'],
  ['enough', 0.1, 'wall'],
])('a candidate that got %s CPU time until the wall limit: %s of it', (_name, share, expected) => {
  const found = stopOf(begun(), wallLimitMs(limits) + 100, (ms) => usage({ cpuMs: ms * share }));
  expect(found).toBe(expected);
});

test('without figures of the process the wall limit still holds', () => {
  expect(stopOf(begun(), wallLimitMs(limits) + 100, () => undefined)).toBe('wall');
});

test('while nobody looks, time does not count', () => {
  const watch = begun();
  expect(watch.take({ atMs: 0, usage: usage({}) })).toBeUndefined();
  expect(watch.take({ atMs: 1e7, usage: usage({}) })).toBeUndefined();
  expect(watch.take({ atMs: 2e7, usage: usage({}) })).toBeUndefined();
});

test('a process that somebody stopped is not waited for long, unless it goes on', () => {
  expect(stopOf(begun(), 1500, () => usage({ isStopped: true }))).toBe('frozen');
  expect(stopOf(begun(), 3000, (ms) => usage({ isStopped: ms % 400 !== 0 }))).toBeUndefined();
});

test('it looks more often while memory grows', () => {
  const watch = begun();
  const calmMs = watch.pauseMs;
  watch.take({ atMs: 20, usage: usage({ residentMb: idleMb + 20 }) });
  expect(watch.pauseMs).toBeLessThan(calmMs / 4);
  watch.take({ atMs: 22, usage: usage({ residentMb: idleMb + 21 }) });
  expect(watch.pauseMs).toBe(calmMs);
});

test('it looks more often near the limit, and not at a child that merely keeps what it has', () => {
  const watch = begun();
  const calmMs = watch.pauseMs;
  const nearMb = idleMb + growthLimitMb(limits) - 60;
  for (let mb = idleMb; mb <= nearMb - 10; mb += 5) watch.take({ atMs: mb, usage: usage({ residentMb: mb }) });
  expect(watch.pauseMs).toBe(calmMs);
  watch.take({ atMs: 300, usage: usage({ residentMb: nearMb - 5 }) });
  watch.take({ atMs: 320, usage: usage({ residentMb: nearMb }) });
  expect(watch.pauseMs).toBeLessThan(calmMs / 4);
});

test('an idle child may do as it likes', () => {
  const watch = begun();
  watch.end();
  expect(stopOf(watch, 1e5, (ms) => usage({ cpuMs: ms, residentMb: 900, isStopped: true }))).toBeUndefined();
  expect(watch.growthMb).toBe(800);
});
