/**
 * Virtual time: it stands still while code runs and jumps to the next timer when nothing else is left to do, so that
 * no verdict depends on how busy the machine is. Each reading moves it by a microsecond, so that waiting loops end.
 */

/** 2025-01-01T00:00:00Z */
const epochMs = 1_735_689_600_000;
const readingUs = 1;

interface Timer {
  readonly id: number;
  readonly callback: () => void;
  readonly everyMs: number | undefined;
  readonly mocked: boolean;
  dueUs: number;
}

let elapsedUs = 0;
let nextId = 1;
const timers = new Map<number, Timer>();
/** While set, suites drive the time themselves (`vi.useFakeTimers`). */
let mockedNowMs: number | undefined;
let mockedElapsedMs = 0;

function dueNext(mocked: boolean): Timer | undefined {
  let next: Timer | undefined;
  for (const timer of timers.values()) {
    if (timer.mocked === mocked && (next === undefined || timer.dueUs < next.dueUs)) next = timer;
  }
  return next;
}

function fire(timer: Timer): void {
  if (timer.everyMs === undefined) timers.delete(timer.id);
  else timer.dueUs += Math.max(1, timer.everyMs) * 1000;
  timer.callback();
}

/** Delays as Node reads them: at least a millisecond, and what is not a number counts as one. */
function delayMs(ms: number): number {
  return ms >= 1 && ms <= 2_147_483_647 ? Math.trunc(ms) : 1;
}

export interface TimerOptions {
  readonly ms: number;
  readonly repeat: boolean;
  /** Whether the runner itself asks: its timers are never under the suite's control. */
  readonly internal?: boolean;
}

export const clock = {
  now(): number {
    if (mockedNowMs !== undefined) return mockedNowMs;
    elapsedUs += readingUs;
    return epochMs + Math.floor(elapsedUs / 1000);
  },

  performanceNow(): number {
    if (mockedNowMs !== undefined) return mockedElapsedMs;
    elapsedUs += readingUs;
    return elapsedUs / 1000;
  },

  set(callback: () => void, options: TimerOptions): number {
    const mocked = mockedNowMs !== undefined && options.internal !== true;
    const ms = options.internal === true ? options.ms : delayMs(options.ms);
    const startUs = mocked ? mockedElapsedMs * 1000 : elapsedUs;
    const id = nextId++;
    timers.set(id, { id, callback, mocked, everyMs: options.repeat ? ms : undefined, dueUs: startUs + ms * 1000 });
    return id;
  },

  clear(id: unknown): void {
    timers.delete(Number(id));
  },

  /** Jumps to the next timer and runs it; false when there is none. */
  step(): boolean {
    const next = dueNext(false);
    if (next === undefined) return false;
    elapsedUs = Math.max(elapsedUs, next.dueUs);
    fire(next);
    return true;
  },

  mock: {
    isOn: (): boolean => mockedNowMs !== undefined,
    nowMs: (): number => mockedNowMs ?? clock.now(),
    count: (): number => [...timers.values()].filter((timer) => timer.mocked).length,
    begin(nowMs?: number): void {
      mockedNowMs = nowMs ?? clock.now();
      mockedElapsedMs = 0;
    },
    end(): void {
      mockedNowMs = undefined;
      clock.mock.clearAll();
    },
    setNow(nowMs: number): void {
      mockedNowMs = nowMs;
    },
    clearAll(): void {
      for (const timer of timers.values()) if (timer.mocked) timers.delete(timer.id);
    },
    /** Runs the next mocked timer due within `ms`; false when none is, after moving the time on by what is left. */
    advanceOne(untilMs: number): boolean {
      const next = dueNext(true);
      const stopMs = next === undefined ? untilMs : Math.min(untilMs, next.dueUs / 1000);
      if (Number.isFinite(stopMs) && stopMs > mockedElapsedMs) {
        mockedNowMs = (mockedNowMs ?? 0) + (stopMs - mockedElapsedMs);
        mockedElapsedMs = stopMs;
      }
      if (next === undefined || next.dueUs / 1000 > untilMs) return false;
      fire(next);
      return true;
    },
    elapsedMs: (): number => mockedElapsedMs,
  },
};
