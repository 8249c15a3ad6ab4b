/** Time that a suite drives itself, as `vi.useFakeTimers` and `jest.useFakeTimers` ask for; like `@sinonjs/fake-timers`. */
import { type Timer, TimerQueue } from './timer-queue.ts';

export interface FakeClockOptions {
  readonly nowMs: number;
  /** Whether something of the platform, such as `Date` or `setTimeout`, is under the suite's control. */
  readonly fakes: (what: string) => boolean;
  /** How many timers are run before `runAll` takes it for endless. */
  readonly loopLimit: number;
}

export interface FakeTimer {
  readonly id: number;
  readonly run: () => void;
  readonly ms: number;
  readonly repeat: boolean;
}

/** Work that is done timer by timer: promise reactions may run wherever it pauses. */
type Steps = Generator<void, void>;

export class FakeClock {
  readonly fakes: (what: string) => boolean;
  readonly #startMs: number;
  readonly #loopLimit: number;
  readonly #queue = new TimerQueue();
  #nowMs: number;
  #elapsedMs = 0;
  #isTicking = false;

  constructor({ nowMs, fakes, loopLimit }: FakeClockOptions) {
    this.fakes = fakes;
    this.#startMs = nowMs;
    this.#nowMs = nowMs;
    this.#loopLimit = loopLimit;
  }

  /** What `Date` says, in milliseconds since 1970. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** Sets what `Date` says; timers stay as far away as they were. */
  set nowMs(nowMs: number) {
    this.#nowMs = nowMs;
  }

  /** Time that the suite has let pass. */
  get elapsedMs(): number {
    return this.#elapsedMs;
  }

  get count(): number {
    return this.#queue.size;
  }

  add({ id, run, ms, repeat }: FakeTimer): void {
    const delayMs = delayOf(ms);
    // What a timer sets without a delay is not run at the same moment: that might never end.
    const leastMs = this.#isTicking ? 1 : 0;
    this.#queue.add({
      id,
      run,
      everyMs: repeat ? delayMs : undefined,
      due: this.#elapsedMs + Math.max(leastMs, delayMs),
    });
  }

  delete(id: number): boolean {
    return this.#queue.delete(id);
  }

  /** Drops all timers and goes back to where it began. */
  reset(): void {
    this.#queue.clear();
    this.#nowMs = this.#startMs;
    this.#elapsedMs = 0;
  }

  /** Runs all that is due within a time; throws what the first timer that failed threw, after the others. */
  *tick(ms: number): Steps {
    if (ms < 0) throw new TypeError('Negative ticks are not supported');
    const untilMs = this.#elapsedMs + Math.floor(ms);
    let failure: { readonly thrown: unknown } | undefined;
    while ((this.#queue.next?.due ?? Infinity) <= untilMs) {
      try {
        this.#runNext();
      } catch (thrown) {
        failure ??= { thrown };
      }
      yield;
    }
    this.#moveTo(untilMs);
    if (failure !== undefined) throw failure.thrown;
  }

  /** Runs the timer that is due next, and all others that are due at the same moment. */
  *next(): Steps {
    if (this.#queue.size === 0) return;
    this.#runNext();
    yield;
    yield* this.tick(0);
  }

  /** Runs all timers, and those that they set. */
  *all(): Steps {
    for (let count = 0; this.#queue.size > 0; count++) {
      if (count >= this.#loopLimit) {
        throw new Error(`Aborting after running ${this.#loopLimit} timers, assuming an infinite loop!`);
      }
      this.#runNext();
      yield;
    }
  }

  /** Lets time pass until the last of the timers that there are now. */
  *pending(): Steps {
    const last = this.#queue.last;
    if (last !== undefined) yield* this.tick(last.due - this.#elapsedMs);
  }

  #runNext(): void {
    const timer = this.#queue.next;
    if (timer === undefined) return;
    this.#moveTo(timer.due);
    this.#queue.take(1);
    this.#run(timer);
  }

  #run(timer: Timer): void {
    const before = this.#isTicking;
    this.#isTicking = true;
    try {
      timer.run();
    } finally {
      this.#isTicking = before;
    }
  }

  #moveTo(elapsedMs: number): void {
    if (elapsedMs <= this.#elapsedMs) return;
    this.#nowMs += elapsedMs - this.#elapsedMs;
    this.#elapsedMs = elapsedMs;
  }
}

const maxDelayMs = 2_147_483_647;

/** Fake timers take a delay of nothing as it is. */
function delayOf(ms: number): number {
  const whole = Math.trunc(ms);
  if (!Number.isFinite(whole)) return 0;
  return whole > maxDelayMs ? 1 : Math.max(0, whole);
}
