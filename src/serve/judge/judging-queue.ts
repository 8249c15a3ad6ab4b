import PQueue from 'p-queue';
import type { Judged, JudgeProgram } from './program-judge.ts';
import type { ProgramRequest } from './request.ts';

/** Why a program was not judged, though nothing is wrong with it or with us. */
export type Refusal = 'waited-too-long' | 'client-gone' | 'stopping';

export type Ended = { readonly judged: Judged } | { readonly refusal: Refusal };

export interface QueueOptions {
  readonly judge: JudgeProgram;
  /** Programs judged at the same time. */
  readonly running: number;
  /** Programs that may wait for their turn beside them. */
  readonly capacity: number;
}

export interface Load {
  readonly queued: number;
  readonly running: number;
  readonly capacity: number;
}

/** What a program waits with: how long at most, and whether anybody still wants to know. */
export interface Waiting {
  readonly maxWaitMs: number;
  /** Aborts when the client has gone. */
  readonly gone: AbortSignal;
}

/** Weight of the latest program in the mean of what programs take. */
const latest = 0.1;
const shortestRetryS = 1;
const longestRetryS = 60;

/** Characters of all programs and tests that are held, at most: the memory that a full queue takes. */
const maxLength = 256 * 1024 * 1024;

/** Characters of a program and its tests. */
export function lengthOf({ program, tests }: ProgramRequest): number {
  return tests.reduce((length, test) => length + test.length, program.length);
}

/** Judges a bounded number of programs at once, lets a bounded number wait, and says no to all others. */
export class JudgingQueue {
  readonly #judge: JudgeProgram;
  readonly #capacity: number;
  readonly #queue: PQueue;
  /** How each of those that wait is told to leave. */
  readonly #waiting = new Set<(why: Refusal) => void>();
  /** Of all that waits or runs. */
  #length = 0;
  #isStopping = false;
  #meanMs = 0;

  constructor({ judge, running, capacity }: QueueOptions) {
    this.#judge = judge;
    this.#capacity = capacity;
    this.#queue = new PQueue({ concurrency: running });
  }

  get load(): Load {
    return { queued: this.#queue.size, running: this.#queue.pending, capacity: this.#capacity };
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Programs that have a place at once, at most. */
  get places(): number {
    return this.#capacity + this.#queue.concurrency;
  }

  /** Whether so many programs more have a place, which together are so many characters long. */
  hasRoom(programs: number, length = 0): boolean {
    const isShort = this.#length === 0 || this.#length + length <= maxLength;
    return isShort && this.#queue.size + this.#queue.pending + programs <= this.places;
  }

  /** Seconds after which a place is likely to be free. */
  get retryAfterS(): number {
    const { size, pending, concurrency } = this.#queue;
    const expectedS = (this.#meanMs * (size + pending)) / concurrency / 1000;
    return Math.min(longestRetryS, Math.max(shortestRetryS, Math.ceil(expectedS)));
  }

  /** Takes a program in: whether there is room is for the caller to ask before. Rejects only for what is a bug. */
  async add(request: ProgramRequest, { maxWaitMs, gone }: Waiting): Promise<Ended> {
    const leaving = new AbortController();
    let refusal: Refusal | undefined;
    const leave = (why: Refusal): void => {
      refusal ??= why;
      leaving.abort();
    };
    using place = this.#place(leave, { maxWaitMs, gone });
    using _held = this.#hold(lengthOf(request));
    try {
      return await this.#queue.add(
        async () => {
          // What has begun is finished, except where nobody wants to know any more.
          place[Symbol.dispose]();
          return { judged: await this.#timed(request, gone) };
        },
        { signal: leaving.signal },
      );
    } catch (error) {
      if (gone.aborted) return { refusal: 'client-gone' };
      if (refusal === undefined) throw error;
      return { refusal };
    }
  }

  /** Lets go of everything that waits, and resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const leave of this.#waiting) leave('stopping');
    await this.#queue.onIdle();
  }

  #hold(length: number): Disposable {
    this.#length += length;
    return { [Symbol.dispose]: () => void (this.#length -= length) };
  }

  /** Listens for every reason to leave, until it is disposed. */
  #place(leave: (why: Refusal) => void, { maxWaitMs, gone }: Waiting): Disposable {
    const place = new DisposableStack();
    const timer = setTimeout(leave, maxWaitMs, 'waited-too-long');
    const onGone = (): void => leave('client-gone');
    gone.addEventListener('abort', onGone);
    this.#waiting.add(leave);
    place.defer(() => clearTimeout(timer));
    place.defer(() => gone.removeEventListener('abort', onGone));
    place.defer(() => this.#waiting.delete(leave));
    if (gone.aborted) onGone();
    if (this.#isStopping) leave('stopping');
    return place;
  }

  async #timed(request: ProgramRequest, gone: AbortSignal): Promise<Judged> {
    const begun = performance.now();
    const judged = await this.#judge(request, gone);
    this.#meanMs += latest * (performance.now() - begun - this.#meanMs);
    return judged;
  }
}
