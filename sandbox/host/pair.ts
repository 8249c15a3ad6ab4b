import v8 from 'node:v8';
import type ivm from 'isolated-vm';
import type { Job, Side } from '../types.ts';
import { type Budget, OutOfTime } from './budget.ts';
import { Realm } from './realm.ts';
import { guestOf, type GuestKind } from './snapshot.ts';
import { dropIsolate, warmIsolate } from './warm-isolates.ts';

const clearMs = 50;

export interface PairOptions {
  readonly kind: GuestKind;
  readonly mode: 'tests' | 'script';
  readonly budget: Budget;
}

/**
 * The two realms of one candidate and the lines between them. While the suite's code is at work the solution's isolate
 * is held, so that its promise reactions wait for the suite to come to its end, as they would in one realm.
 */
export class Pair {
  readonly solution: Realm;
  readonly suite: Realm;
  /** Whose code was at work when something went wrong, where that is known. */
  culprit: Side = 'unknown';
  /** Set once time is over: on its way through an isolate the error becomes another. */
  stop: OutOfTime | undefined;
  #budget: Budget;
  readonly #drain: ivm.Reference<() => void>;
  #call: { readonly timeout?: number } = {};
  #work: () => void = () => undefined;

  constructor(job: Job, { kind, mode, budget }: PairOptions) {
    this.#budget = budget;
    const { memoryMb, outputKb } = job.limits;
    const start = { seed: job.seed, consoleCharacters: outputKb * 1024, mode };
    const guest = guestOf('solution');
    const isolate = warmIsolate('solution', memoryMb);
    this.solution = new Realm({ start, isolate, guest, lines: [(text) => this.#toSuite(text), () => this.#work()] });
    this.#drain = compileDrain(this.solution);
    this.suite = new Realm({
      start,
      isolate: warmIsolate(kind, memoryMb),
      guest: guestOf(kind),
      lines: [(text) => this.#toSolution(text), (text) => this.#pump(text)],
    });
  }

  /** Runs something in the solution's realm alone. */
  inSolution<T>(work: (timeoutMs: number) => T): T {
    return this.#blame('solution', () => this.#spend(work));
  }

  /**
   * Runs something in the suite's realm while the solution's is held. Gives the reasons of promises that were rejected
   * and not handled by the end of it: isolated-vm throws them, and the realms are as good as before.
   */
  inSuite<T>(work: (timeoutMs: number) => T): { readonly value: T | undefined; readonly uncaught: readonly unknown[] } {
    const uncaught: unknown[] = [];
    let value: T | undefined;
    this.#spend((timeoutMs) => {
      this.#work = () => {
        try {
          value = work(timeoutMs);
        } catch (error) {
          uncaught.push(error);
        }
      };
      try {
        this.solution.drive('hold', '', timeoutMs);
      } catch (error) {
        uncaught.push(error);
      }
      for (const error of uncaught) this.#throwIfFatal(error);
    });
    return { value, uncaught };
  }

  #spend<T>(work: (timeoutMs: number) => T): T {
    try {
      return this.#budget.spend(work);
    } catch (error) {
      if (error instanceof OutOfTime) this.stop = error;
      throw error;
    }
  }

  /** CPU time since counting began. */
  get usedMs(): number {
    return this.#budget.usedMs;
  }

  /**
   * Begins to count time anew. A call from the suite into the solution then has a limit of its own, as the time of the
   * isolates round it stands still meanwhile: it ends with an error in the suite, and the solution is the culprit.
   */
  renew(budget: Budget): void {
    this.#budget = budget;
    this.#call = { timeout: budget.wallMs };
  }

  /** Set when time is over, even if the suite was told so by an error and went on. */
  get late(): OutOfTime | undefined {
    if (this.culprit !== 'unknown') this.stop ??= this.#budget.outOfTime();
    return this.stop;
  }

  /** Whether an isolate is gone, as it is once it has used up its memory. */
  get isBroken(): boolean {
    return this.solution.isolate.isDisposed || this.suite.isolate.isDisposed;
  }

  /** Whether an error means that nothing can go on. */
  isStopped(error: unknown): boolean {
    return error instanceof OutOfTime || this.stop !== undefined || this.isBroken || this.culprit !== 'unknown';
  }

  dispose(): void {
    this.suite.release();
    this.#clear();
    this.#drain.release();
    this.solution.release();
  }

  /** Lets what is left of the solution come to its end, so that the next candidate is not told of it. */
  #clear(): void {
    if (this.isBroken) return;
    try {
      this.solution.drive('news', '', clearMs);
    } catch (error) {
      if (isStop(error)) dropIsolate('solution');
    }
  }

  /** An error after which nothing can go on: time is over, or an isolate is gone. */
  #throwIfFatal(error: unknown): void {
    if (error instanceof OutOfTime) throw error;
    if (this.solution.isolate.isDisposed) this.culprit = 'solution';
    else if (this.suite.isolate.isDisposed) this.culprit = 'suite';
    else if (!isStop(error)) return;
    else if (this.culprit === 'unknown') this.culprit = 'suite';
    throw error;
  }

  #toSolution(text: string): string {
    return this.#blame('solution', () => this.solution.drive('answer', text, this.#call.timeout));
  }

  #toSuite(text: string): string {
    return this.#blame('suite', () => this.suite.drive('answer', text));
  }

  #pump(news: string): string {
    return this.#blame('solution', () => {
      if (news !== '') this.solution.drive('hear', news);
      this.#drain.applySync(undefined, [], this.#call);
      return this.solution.drive('news', '');
    });
  }

  /** Remembers whose code it was that did not come back; the innermost knows best. */
  #blame<T>(side: 'solution' | 'suite', work: () => T): T {
    try {
      return work();
    } catch (error) {
      const gone = side === 'solution' ? this.solution.isolate.isDisposed : this.suite.isolate.isDisposed;
      if (this.culprit === 'unknown' && (gone || isStop(error))) this.culprit = side;
      throw error;
    }
  }
}

function isStop(error: unknown): boolean {
  if (error instanceof OutOfTime) return true;
  return (
    error instanceof Error && /^Script execution (timed out|was interrupted|terminated)|disposed/.test(error.message)
  );
}

/** A function that runs the promise reactions that wait in an isolate, which no language feature does. */
function compileDrain(realm: Realm): ivm.Reference<() => void> {
  v8.setFlagsFromString('--allow-natives-syntax');
  try {
    return realm.evaluate('(function () { %PerformMicrotaskCheckpoint(); })');
  } finally {
    v8.setFlagsFromString('--no-allow-natives-syntax');
  }
}
