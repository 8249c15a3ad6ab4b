import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Numbered } from '../../../../sandbox/pool/lane-messages.ts';
import { Dispatcher, type LaneEvents, type LaneLink } from '../../../../sandbox/pool/dispatcher.ts';
import type { Outcome } from '../../../../sandbox/types.ts';
import { job } from '../../../sandbox/harness.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A lane that does what the test says, when it says so. */
class FakeLane implements LaneLink {
  readonly inHand: Numbered[] = [];
  readonly #events: LaneEvents;
  isHeld = false;
  isOpen = true;

  constructor(events: LaneEvents) {
    this.#events = events;
  }

  send = (jobs: readonly Numbered[]): void => void this.inHand.push(...jobs);
  hold = (isHeld: boolean): void => void (this.isHeld = isHeld);
  close = async (): Promise<void> => void (this.isOpen = false);

  judge(count: number): void {
    const done = this.inHand.splice(0, count);
    this.#events.onJudged(done.map(({ id, job }) => ({ id, outcome: outcomeOf(job.id) })));
  }

  lose(): void {
    this.isOpen = false;
    this.#events.onLost('it was killed');
  }
}

function outcomeOf(id: string): Outcome {
  return { ok: true, report: { kind: 'tampered', what: id }, durationMs: 0 };
}

function setup(lanes: number): { readonly dispatcher: Dispatcher; readonly lanes: FakeLane[] } {
  const opened: FakeLane[] = [];
  const open = (slot: number, events: LaneEvents): FakeLane => (opened[slot] = new FakeLane(events));
  return { dispatcher: new Dispatcher({ lanes, open }), lanes: opened };
}

const submitAll = (dispatcher: Dispatcher, count: number): Promise<Outcome>[] =>
  Array.from({ length: count }, (_, index) => dispatcher.submit(job({ id: String(index) })));

test('jobs submitted together are shared out, and a lane is never given more than a few', async () => {
  const { dispatcher, lanes } = setup(3);
  void submitAll(dispatcher, 6);
  await setImmediate();
  expect(lanes.map(({ inHand }) => inHand.length)).toEqual([2, 2, 2]);
  void submitAll(dispatcher, 1000);
  await setImmediate();
  expect(lanes.map(({ inHand }) => inHand.length)).toEqual([16, 16, 16]);
  lanes[0]?.judge(8);
  await setImmediate();
  expect(lanes.map(({ inHand }) => inHand.length)).toEqual([16, 16, 16]);
});

test('the process is kept alive only for what is under way', async () => {
  const { dispatcher, lanes } = setup(1);
  expect(lanes[0]?.isHeld).toBe(false);
  const [outcome] = submitAll(dispatcher, 1);
  await setImmediate();
  expect(lanes[0]?.isHeld).toBe(true);
  lanes[0]?.judge(1);
  expect(await outcome).toEqual(outcomeOf('0'));
  expect(lanes[0]?.isHeld).toBe(false);
});

test('the jobs of a lost lane go to another, until they have lost three', async () => {
  const { dispatcher, lanes } = setup(1);
  const outcomes = submitAll(dispatcher, 2);
  for (let losses = 0; losses < 2; losses++) {
    await setImmediate();
    lanes[0]?.lose();
    await vi.advanceTimersByTimeAsync(100);
  }
  await setImmediate();
  expect(lanes[0]?.inHand.map(({ job }) => job.id)).toEqual(['0', '1']);
  lanes[0]?.judge(1);
  lanes[0]?.lose();
  expect(await Promise.all(outcomes)).toMatchObject([
    outcomeOf('0'),
    { ok: false, fault: { code: 'worker-failed', retryable: true } },
  ]);
});

test('closing answers what is in hand and what waits, and nothing is taken afterwards', async () => {
  const { dispatcher, lanes } = setup(1);
  const outcomes = submitAll(dispatcher, 30);
  await setImmediate();
  await dispatcher.close();
  const codes = (await Promise.all([...outcomes, dispatcher.submit(job({}))])).map(
    (outcome) => !outcome.ok && outcome.fault.code,
  );
  expect(new Set(codes)).toEqual(new Set(['closed']));
  expect(lanes[0]?.isOpen).toBe(false);
});

test('whatever lanes do, every job gets its own outcome once', async () => {
  const event = fc.record({
    lane: fc.nat({ max: 2 }),
    what: fc.constantFrom('judge', 'judge', 'judge', 'lose'),
    count: fc.nat({ max: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 80 }), fc.array(event, { maxLength: 30 }), async (count, events) => {
      const { dispatcher, lanes } = setup(3);
      const settled: string[] = [];
      const all = submitAll(dispatcher, count).map(async (outcome, index) => {
        const found = await outcome;
        settled.push(String(index));
        expect(found.ok ? found : found.fault.code).toEqual(found.ok ? outcomeOf(String(index)) : 'worker-failed');
      });
      for (const { lane, what, count: some } of events) {
        await setImmediate();
        if (what === 'judge') lanes[lane]?.judge(some);
        else if (lanes[lane]?.isOpen === true) lanes[lane]?.lose();
        await vi.advanceTimersByTimeAsync(100);
      }
      while (settled.length < count) {
        await setImmediate();
        for (const lane of lanes) lane.judge(16);
      }
      await Promise.all(all);
      expect(new Set(settled).size).toBe(count);
    }),
    { numRuns: 40 },
  );
});
