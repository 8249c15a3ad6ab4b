import type { Ended } from '../host/protocol.ts';
import type { Job, Outcome } from '../types.ts';
import { ChildRun, type RunEnd } from './child-run.ts';
import type { Launch } from './launch.ts';
import { type Task, TaskQueue } from './queue.ts';
import { type Cause, closedFault, faultOf, sentence } from './sentence.ts';
import { Starts } from './starts.ts';

export interface LaneOptions {
  /** How children are started: the first way at first, the next when a child is denied what it reads. */
  readonly launches: readonly [Launch, ...Launch[]];
  readonly packages: Readonly<Record<string, string>>;
  /** Told the process id of every new child, and 0 when there is none. */
  readonly onPid: (pid: number) => void;
}

const shownLastWords = 500;

/**
 * Drives one child: keeps it fed, replaces it when it dies or is spent, and finds the culprit. A job whose child died is
 * run again with nothing else in the child; what that means for it is up to {@link sentence}.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #queue: TaskQueue = new TaskQueue();
  readonly #starts: Starts = new Starts();
  #launch: number = 0;
  #run: ChildRun | undefined;
  #restart: NodeJS.Timeout | undefined;
  #onClosed: (() => void) | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#start();
  }

  judge(job: Job): Promise<Outcome> {
    if (this.#onClosed !== undefined) return Promise.resolve(closedFault);
    return new Promise((settle) => {
      this.#queue.add({ job, settle, deaths: 0 });
      this.#feed();
    });
  }

  /** Ends the child; jobs that have no report yet get a fault. Resolves when the process is gone. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#onClosed = resolve;
      clearTimeout(this.#restart);
      if (this.#run === undefined) this.#finishClosing();
      else this.#run.kill();
    });
  }

  #start(): void {
    this.#restart = undefined;
    this.#run = new ChildRun({
      launch: this.#options.launches[this.#launch] ?? this.#options.launches[0],
      packages: this.#options.packages,
      onPid: this.#options.onPid,
      onReady: () => {
        this.#starts.succeeded();
        this.#feed();
      },
      onEnded: (ended) => this.#end(ended),
      onGone: (end) => this.#bury(end),
    });
  }

  #feed(): void {
    const run = this.#run;
    if (run === undefined) {
      if (this.#restart === undefined) this.#start();
      return;
    }
    if (run.isDoomed) return;
    if (run.isSpent && this.#queue.sentCount === 0) return run.kill();
    const wasIdle = this.#queue.sentCount === 0;
    const jobs = this.#queue.send(run.capacity);
    if (jobs.length === 0) return;
    run.send(jobs);
    if (wasIdle) this.#turn(run);
  }

  /** The child turns to the next job that it has. */
  #turn(run: ChildRun): void {
    run.turnTo(this.#queue.atWork?.job.limits);
  }

  #end({ ticket, report, durationMs }: Ended): void {
    const run = this.#run;
    const task = this.#queue.end(ticket);
    if (run === undefined) return;
    // Jobs end in their order. Who says otherwise is not our child any more.
    if (task === undefined) return run.kill('crash');
    this.#turn(run);
    if (report === 'starved') this.#convict(task, 'starved');
    else task.settle({ ok: true, report, durationMs });
    // A stopped candidate may have left anything behind in the process.
    if (report === 'starved' || report.kind === 'stopped') run.spend();
    run.weigh();
    this.#feed();
  }

  /** Clears up after a dead child and sees to the next one. */
  #bury(end: RunEnd): void {
    this.#run = undefined;
    const atWork = this.#queue.bury();
    if (this.#onClosed !== undefined) return this.#finishClosing(atWork);
    if (atWork !== undefined && end.isOutrun) this.#queue.restore(atWork);
    else if (atWork !== undefined) this.#convict(atWork, end.cause);
    if (end.wasReady) this.#start();
    else this.#startAgain(end);
  }

  #startAgain({ cause, death }: RunEnd): void {
    if (isDenied(death.lastWords) && this.#launch + 1 < this.#options.launches.length) {
      this.#launch++;
      return this.#start();
    }
    const { delayMs, isHopeless } = this.#starts.failed(cause);
    if (!isHopeless) {
      this.#restart = setTimeout(() => this.#start(), delayMs);
      return;
    }
    const { code, signal, lastWords } = death;
    const why = `${signal ?? code ?? 'no process'}: ${lastWords.slice(-shownLastWords)}`;
    const fault = faultOf(
      'child-unusable',
      `the sandbox's child process does not start (${why})`,
      signal === 'SIGKILL',
    );
    for (const task of this.#queue.drain()) task.settle(fault);
  }

  /** Decides about the job that a child died with: a verdict, a fault, or another run alone. */
  #convict(task: Task, cause: Cause): void {
    task.deaths++;
    const decision = sentence(cause, task.deaths);
    if (decision === 'again') this.#queue.suspect(task);
    else task.settle(decision);
  }

  #finishClosing(atWork?: Task): void {
    for (const task of [...(atWork === undefined ? [] : [atWork]), ...this.#queue.drain()]) task.settle(closedFault);
    this.#onClosed?.();
  }
}

/** Whether Node's permission model kept a child from starting, as where packages lie in unexpected places. */
function isDenied(lastWords: string): boolean {
  return lastWords.includes('ERR_ACCESS_DENIED');
}
