/**
 * Virtual time: it stands still while code runs and jumps to the next timer when nothing else is left to do, so that
 * no verdict depends on how busy the machine is. Each reading moves it by a microsecond, so that waiting loops end.
 */
import type { FakeClock } from './fake-clock.ts';
import { TimerQueue } from './timer-queue.ts';

/** 2025-01-01T00:00:00Z */
const epochMs = 1_735_689_600_000;
const readingUs = 1;
const usInMs = 1000;

let elapsedUs = 0;
let nextId = 1;
const timers = new TimerQueue();
/** Set while a suite drives the time itself. */
let fake: FakeClock | undefined;

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
  get fake(): FakeClock | undefined {
    return fake;
  },

  /** Puts the time under the control of a suite, or back. */
  set fake(next: FakeClock | undefined) {
    fake = next;
  },

  now: (): number => (fake?.fakes('Date') ? fake.nowMs : clock.realNow()),

  /** What `Date` says when nobody drives it. */
  realNow(): number {
    elapsedUs += readingUs;
    return epochMs + Math.floor(elapsedUs / usInMs);
  },

  performanceNow(): number {
    if (fake?.fakes('performance')) return fake.elapsedMs;
    elapsedUs += readingUs;
    return elapsedUs / usInMs;
  },

  /** What the solution is told: time that has passed, and the time that it is made to believe. */
  read(): readonly [elapsedUs: number, nowMs: number | null] {
    if (!fake?.fakes('Date')) return [elapsedUs, null];
    return [fake.fakes('performance') ? fake.elapsedMs * usInMs : elapsedUs, fake.nowMs];
  },

  /** The solution's readings have moved the time on too. */
  write(time: readonly unknown[]): void {
    const [theirs] = time;
    if (typeof theirs === 'number' && theirs > elapsedUs && !fake?.fakes('Date')) elapsedUs = theirs;
  },

  set(callback: () => void, { ms, repeat, internal = false }: TimerOptions): number {
    const id = nextId++;
    if (!internal && fake?.fakes(repeat ? 'setInterval' : 'setTimeout')) {
      fake.add({ id, run: callback, ms, repeat });
      return id;
    }
    const wait = internal ? ms : delayMs(ms);
    timers.add({ id, run: callback, everyMs: repeat ? wait : undefined, due: elapsedUs + wait * usInMs });
    return id;
  },

  clear(id: unknown): void {
    if (!timers.delete(Number(id))) fake?.delete(Number(id));
  },

  /** The time that has passed, to come back to with `rewind`. */
  elapsedUs: (): number => elapsedUs,

  /** Back to a time at which nothing was waiting. */
  rewind(toUs: number): void {
    elapsedUs = toUs;
    timers.clear();
  },

  /** Jumps to the next timer and runs it; false when there is none. */
  step(): boolean {
    const next = timers.next;
    if (next === undefined) return false;
    elapsedUs = Math.max(elapsedUs, next.due);
    timers.take(usInMs);
    next.run();
    return true;
  },
};

/** Waits until all that can happen without time passing has happened, on both sides. */
export function turn(): Promise<void> {
  return wait(0);
}

/** Waits for some virtual time, whoever drives the suite's own. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void clock.set(resolve, { ms, repeat: false, internal: true }));
}
