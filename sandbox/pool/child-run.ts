import type { Ended, FromChild, Ticketed } from '../host/protocol.ts';
import type { Limits } from '../types.ts';
import { maxAnswerBytes } from './answer.ts';
import { type Child, type Death, startChild } from './child-process.ts';
import type { Launch } from './launch.ts';
import { type Meter, meterOf } from './proc.ts';
import { type Cause, causeOf } from './sentence.ts';
import { Watch } from './watch.ts';

export interface ChildRunOptions {
  readonly launch: Launch;
  readonly packages: Readonly<Record<string, string>>;
  readonly onPid: (pid: number) => void;
  readonly onReady: () => void;
  readonly onEnded: (ended: Ended) => void;
  /** Called once, always after the constructor has returned. */
  readonly onGone: (end: RunEnd) => void;
}

/** How the life of a child ended. */
export interface RunEnd {
  readonly cause: Cause;
  /** It had turned to another job before the kill reached it: that one has nothing to do with the cause. */
  readonly isOutrun: boolean;
  readonly wasReady: boolean;
  readonly death: Death;
}

/** A start is watched like a job: what it may take, generously. Its wall limit is about 30 s. */
const startLimits: Limits = { cpuMs: 2000, memoryMb: 512, outputKb: 1 };
const recycleAfter = 2000;
/** Isolates that are used again hold tens of megabytes each before they are collected: less than that is no leak. */
const maxGrowthMb = 176;

/** The life of one child: its start, its jobs, the watch over it, its end. It is replaced when it is spent. */
export class ChildRun {
  readonly #options: ChildRunOptions;
  readonly #child: Child | undefined;
  #meter: Meter | undefined;
  #watch: Watch = new Watch(0);
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #isBusy = true;
  #isSpent = false;
  #left = recycleAfter;
  #killedFor: Cause | undefined;
  #isOutrun = false;

  constructor(options: ChildRunOptions) {
    this.#options = options;
    this.#watch.begin(startLimits);
    this.#child = startChild(options.launch, {
      onPid: (pid) => this.#meet(pid),
      onMessage: (message) => this.#receive(message),
      onNonsense: () => this.kill('crash'),
      onDeath: (death) => this.#end(death),
    });
    if (this.#child === undefined) {
      queueMicrotask(() => this.#end({ signal: null, code: null, lastWords: 'the process could not be made' }));
      return;
    }
    this.#child.send({ kind: 'init', packages: options.packages });
    this.#schedule();
  }

  /** How many more jobs it takes now. */
  get capacity(): number {
    return this.#isReady && !this.#isSpent ? this.#left : 0;
  }

  /** Whether it is to be replaced as soon as it has nothing to do. */
  get isSpent(): boolean {
    return this.#isSpent || this.#left === 0;
  }

  /** Whether the supervisor has killed it, and not because it is spent. */
  get isDoomed(): boolean {
    return this.#killedFor !== undefined;
  }

  send(jobs: readonly Ticketed[]): void {
    this.#left -= jobs.length;
    this.#child?.allow(Math.max(...jobs.map(({ job }) => maxAnswerBytes(job))));
    this.#child?.send({ kind: 'jobs', jobs });
  }

  /** The child turns to a job with these limits; to none when they are undefined. */
  turnTo(limits: Limits | undefined): void {
    if (limits === undefined) this.#watch.end();
    else this.#watch.begin(limits);
    this.#isBusy = limits !== undefined;
    this.#isOutrun = this.isDoomed;
    if (this.#isBusy) this.#schedule();
  }

  /** Looks whether the child kept more memory than it may; called between jobs, and costs nothing unless a sample hints at it. */
  weigh(): void {
    if (this.#watch.growthMb <= maxGrowthMb) return;
    this.#sample();
    if (this.#watch.growthMb > maxGrowthMb) this.spend();
  }

  /** Takes no more jobs. */
  spend(): void {
    this.#isSpent = true;
  }

  /** Ends the process; what it died for is `cause`, unless it was killed for something else before. */
  kill(cause: Cause = 'stranger'): void {
    this.#killedFor ??= cause;
    this.#child?.kill();
  }

  #meet(pid: number): void {
    this.#meter?.close();
    this.#meter = meterOf(pid);
    this.#options.onPid(pid);
  }

  #receive(message: FromChild): void {
    // Who broke the rules once is not listened to.
    if (this.#killedFor === 'crash') return;
    if (message.kind === 'ended') this.#options.onEnded(message);
    else if (this.#isReady) this.kill('crash');
    else this.#getReady();
  }

  #getReady(): void {
    this.#isReady = true;
    this.#watch = new Watch(this.#meter?.read()?.residentMb ?? 0);
    this.#isBusy = false;
    this.#options.onReady();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isBusy) this.#supervise();
    }, this.#watch.pauseMs);
  }

  #supervise(): void {
    const stop = this.#sample();
    if (stop === undefined) this.#schedule();
    else this.kill(stop);
  }

  #sample(): ReturnType<Watch['take']> {
    return this.#watch.take({ atMs: performance.now(), usage: this.#meter?.read() });
  }

  #end(death: Death): void {
    clearTimeout(this.#timer);
    this.#isBusy = false;
    this.#meter?.close();
    this.#options.onPid(0);
    const cause = this.#killedFor ?? causeOf(death);
    this.#options.onGone({ cause, isOutrun: this.#isOutrun, wasReady: this.#isReady, death });
  }
}
