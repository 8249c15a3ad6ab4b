/** Fake timers as `vi` and `jest` both offer them, each in its own words. */
import { clock, turn } from './clock.ts';
import { FakeClock } from './fake-clock.ts';

export interface FakeTimerOptions {
  readonly now?: number | Date;
  /** What to fake: all there is, unless given. */
  readonly toFake?: readonly string[];
  readonly toNotFake?: readonly string[];
  readonly loopLimit?: number;
  /** Lets the fake time pass with the other, in steps. */
  readonly shouldAdvanceTime?: boolean;
  readonly advanceTimeDelta?: number;
}

type Steps = ReturnType<FakeClock['all']>;
type StepsOf = (fake: FakeClock) => Steps;

const defaultLoopLimit = 10_000;
const defaultDeltaMs = 20;
/** What fake time passes by while the suite does not drive it. */
let ticker: number | undefined;
/** False while nothing but the date was set. */
let isOn = false;

function use({ now, toFake, toNotFake = [], loopLimit, ...options }: FakeTimerOptions = {}): void {
  const nowMs = now === undefined ? clock.now() : Number(now);
  useReal();
  isOn = true;
  clock.fake = new FakeClock({
    nowMs,
    fakes: (what) => (toFake ?? [what]).includes(what) && !toNotFake.includes(what),
    loopLimit: loopLimit ?? defaultLoopLimit,
  });
  if (options.shouldAdvanceTime) tickBy(options.advanceTimeDelta ?? defaultDeltaMs);
}

function useReal(): void {
  isOn = false;
  clock.fake = undefined;
  clock.clear(ticker);
}

function tickBy(ms: number): void {
  clock.clear(ticker);
  ticker = clock.set(() => clock.fake && finish(clock.fake.tick(ms)), { ms, repeat: true, internal: true });
}

/** Sets the time; where no timers are faked it stands still from then on. */
function setSystemTime(time: number | string | Date | undefined): void {
  const nowMs = time === undefined ? clock.realNow() : new Date(time).getTime();
  clock.fake ??= new FakeClock({ nowMs, fakes: (what) => what === 'Date', loopLimit: defaultLoopLimit });
  clock.fake.nowMs = nowMs;
}

/** Null while the time is nobody's but the platform's. */
const mockedNow = (): Date | null => (clock.fake === undefined ? null : new Date(clock.fake.nowMs));

function finish(steps: Steps): void {
  while (steps.next().done !== true);
}

/** Runs to the end at once. */
function run(stepsOf: StepsOf): void {
  if (clock.fake !== undefined) finish(stepsOf(clock.fake));
}

/** Runs to the end, and lets promise reactions run on both sides before each timer and after the last. */
async function runAsync(stepsOf: StepsOf): Promise<void> {
  if (clock.fake === undefined) return;
  const steps = stepsOf(clock.fake);
  do await turn();
  while (steps.next().done !== true);
}

type TickMode = 'manual' | 'interval' | 'nextTimerAsync';

function setTickMode(mode: TickMode, ms: number = defaultDeltaMs): void {
  clock.clear(ticker);
  if (mode === 'interval') tickBy(ms);
  if (mode === 'nextTimerAsync') {
    ticker = clock.set(() => run((fake) => fake.next()), { ms: 0, repeat: true, internal: true });
  }
}

const frameMs = 16;

export const fakeTimers = {
  use,
  useReal,
  isOn: (): boolean => isOn,
  setSystemTime,
  mockedNow,
  run,
  runAsync,
  setTickMode,
};

/** What of a clock's work each function of the two libraries does. */
export const moves = {
  advanceTimersByTime: (ms: number) => (fake: FakeClock) => fake.tick(ms),
  runAllTimers: () => (fake: FakeClock) => fake.all(),
  runOnlyPendingTimers: () => (fake: FakeClock) => fake.pending(),
  advanceTimersToNextTimer: () => (fake: FakeClock) => fake.next(),
  advanceTimersToNextFrame: () => (fake: FakeClock) => fake.tick(frameMs - (fake.elapsedMs % frameMs)),
} as const satisfies Record<string, (...args: never[]) => StepsOf>;
