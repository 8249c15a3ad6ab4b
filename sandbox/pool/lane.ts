import type { FromChild, ToChild } from '../host/protocol.ts';
import type { Job, Outcome } from '../types.ts';
import { type Child, type Death, startChild } from './child-process.ts';
import { exceeded, wasStarved } from './limits.ts';
import { usageOf } from './proc.ts';
import { type Cause, causeOf, closedFault, faultOf, sentence } from './sentence.ts';

interface Task {
  readonly job: Job;
  readonly settle: (outcome: Outcome) => void;
  /** Times that a child died or stalled with this job at work. */
  deaths: number;
}

/** What is known of the job that the child is busy with. */
interface Running {
  readonly task: Task;
  readonly startedAt: number;
  readonly cpuAtStartMs: number | undefined;
  readonly residentAtStartMb: number;
}

export interface LaneOptions {
  /** Told the process id of every new child, and 0 when there is none. */
  readonly onPid: (pid: number) => void;
}

const pollMs = 20;
const inFlight = 8;
const recycleAfter = 400;
const growthCheckEvery = 16;
const maxGrowthMb = 128;
const startLimitMs = 30_000;
const maxFailedStarts = 3;

/**
 * Drives one child: keeps it fed, holds it to the limits, replaces it when it dies, and finds the culprit. A job whose
 * child died is run again with nothing else in the child; only what happens again then is held against it.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #waiting: Task[] = [];
  /** Jobs to be run alone in a child, after one died with them. */
  readonly #suspects: Task[] = [];
  readonly #sent = new Map<number, Task>();
  #child: Child | undefined;
  #isReady = false;
  #running: Running | undefined;
  #killedFor: { readonly cause: Cause; readonly task: Task } | undefined;
  #idleMb = 0;
  #onClosed: (() => void) | undefined;
  #judged = 0;
  #nextTicket = 1;
  #failedStarts = 0;
  #poll: NodeJS.Timeout | undefined;
  #startTimer: NodeJS.Timeout | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#start();
  }

  judge(job: Job): Promise<Outcome> {
    if (this.#onClosed !== undefined) return Promise.resolve(closedFault);
    return new Promise((settle) => {
      this.#waiting.push({ job, settle, deaths: 0 });
      this.#feed();
    });
  }

  #start(): void {
    this.#isReady = false;
    this.#judged = 0;
    this.#killedFor = undefined;
    this.#child = startChild({
      onMessage: (message) => this.#receive(message),
      onDeath: (death) => this.#bury(death),
    });
    this.#options.onPid(this.#child?.pid ?? 0);
    this.#startTimer = setTimeout(() => this.#child?.kill(), startLimitMs);
    if (this.#child === undefined) queueMicrotask(() => this.#bury({ signal: null, code: null, lastWords: '' }));
  }

  #feed(): void {
    if (this.#child === undefined || !this.#isReady) return;
    if (this.#sent.size === 0 && this.#judged >= recycleAfter) return this.#recycle();
    if (this.#judged + this.#sent.size >= recycleAfter) return;
    const jobs = this.#nextTasks().map((task): ToChild => {
      const ticket = this.#nextTicket++;
      this.#sent.set(ticket, task);
      return { ticket, job: task.job };
    });
    if (jobs.length > 0) this.#child.send(jobs);
  }

  #nextTasks(): Task[] {
    const suspect = this.#suspects[0];
    if (suspect !== undefined) return this.#sent.size === 0 ? this.#suspects.splice(0, 1) : [];
    if ([...this.#sent.values()].some((task) => task.deaths > 0)) return [];
    return this.#waiting.splice(0, inFlight - this.#sent.size);
  }

  #recycle(): void {
    this.#isReady = false;
    this.#child?.kill();
  }

  #receive(message: FromChild): void {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        clearTimeout(this.#startTimer);
        this.#failedStarts = 0;
        this.#idleMb = this.#usage()?.residentMb ?? 0;
        break;
      case 'started':
        this.#begin(message.ticket);
        return;
      case 'ended':
        this.#end(message);
        break;
    }
    this.#feed();
  }

  #begin(ticket: number): void {
    const task = this.#sent.get(ticket);
    if (task === undefined) return;
    const usage = this.#usage();
    const residentAtStartMb = usage?.residentMb ?? 0;
    this.#running = { task, startedAt: performance.now(), cpuAtStartMs: usage?.cpuMs, residentAtStartMb };
    this.#poll ??= setInterval(() => this.#supervise(), pollMs);
  }

  #end({ ticket, report, durationMs }: Extract<FromChild, { kind: 'ended' }>): void {
    const task = this.#sent.get(ticket);
    this.#sent.delete(ticket);
    this.#running = undefined;
    this.#judged++;
    if (this.#sent.size === 0) this.#stopPolling();
    if (report === 'starved') {
      if (task !== undefined) this.#convict(task, 'starved');
      return;
    }
    task?.settle({ ok: true, report, durationMs });
    // A stopped candidate may have left anything behind in the process.
    if (report.kind === 'stopped' || this.#hasGrown()) this.#judged = recycleAfter;
  }

  #hasGrown(): boolean {
    return this.#judged % growthCheckEvery === 0 && (this.#usage()?.residentMb ?? 0) - this.#idleMb > maxGrowthMb;
  }

  #stopPolling(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  #usage(): ReturnType<typeof usageOf> {
    return this.#child === undefined ? undefined : usageOf(this.#child.pid);
  }

  #spentCpuMs(running: Running): number | undefined {
    const now = this.#usage()?.cpuMs;
    return now === undefined || running.cpuAtStartMs === undefined ? undefined : now - running.cpuAtStartMs;
  }

  #supervise(): void {
    const running = this.#running;
    if (running === undefined || this.#killedFor !== undefined) return;
    const { limits } = running.task.job;
    const cpuMs = this.#spentCpuMs(running);
    const kill = exceeded(limits, {
      wallMs: performance.now() - running.startedAt,
      cpuMs: cpuMs ?? 0,
      residentMb: this.#usage()?.residentMb ?? 0,
      baselineMb: running.residentAtStartMb,
    });
    if (kill === undefined) return;
    const cause = kill === 'wall' && wasStarved(limits, cpuMs) ? 'starved' : kill;
    this.#killedFor = { cause, task: running.task };
    this.#child?.kill();
  }

  /** Clears up after a dead child and starts the next one. */
  #bury(death: Death): void {
    const culprit = this.#culprit();
    const innocent = [...this.#sent.values()].filter((task) => task !== culprit);
    const hadStarted = this.#isReady || this.#judged > 0;
    const cause = this.#killedFor?.cause ?? causeOf(death);
    this.#forgetChild();
    this.#waiting.unshift(...innocent);
    if (this.#onClosed !== undefined) return this.#finishClosing(culprit);
    if (culprit !== undefined) this.#convict(culprit, cause);
    // A child that somebody kills before it is up says little about whether it can start.
    this.#failedStarts = hadStarted ? 0 : this.#failedStarts + (cause === 'stranger' ? 0.1 : 1);
    if (this.#failedStarts >= maxFailedStarts) this.#giveUp(death);
    this.#start();
  }

  /** The job that a child was killed for, if it had not ended by itself meanwhile; otherwise the one at work. */
  #culprit(): Task | undefined {
    const sent = [...this.#sent.values()];
    return this.#killedFor ? sent.find((task) => task === this.#killedFor?.task) : (this.#running?.task ?? sent[0]);
  }

  #forgetChild(): void {
    this.#stopPolling();
    clearTimeout(this.#startTimer);
    this.#sent.clear();
    this.#running = undefined;
    this.#child = undefined;
    this.#options.onPid(0);
  }

  /** Decides about the job that a child died with: a verdict, a fault, or another run alone. */
  #convict(task: Task, cause: Cause): void {
    task.deaths++;
    const decision = sentence(cause, task.deaths);
    if (decision === 'again') this.#suspects.push(task);
    else task.settle(decision);
  }

  #giveUp(death: Death): void {
    const { code, signal, lastWords } = death;
    const message = `the sandbox's child process does not start (${signal ?? code ?? 'no process'}): ${lastWords.slice(-500)}`;
    for (const task of this.#drain()) task.settle(faultOf('child-unusable', message, death.signal === 'SIGKILL'));
    this.#failedStarts = 0;
  }

  #drain(): Task[] {
    return [...this.#suspects.splice(0), ...this.#waiting.splice(0)];
  }

  /** Ends the child; jobs that have no report yet get a fault. Resolves when the process is gone. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#onClosed = resolve;
      if (this.#child === undefined) this.#finishClosing(undefined);
      else this.#child.kill();
    });
  }

  #finishClosing(culprit: Task | undefined): void {
    for (const task of [...(culprit === undefined ? [] : [culprit]), ...this.#drain()]) task.settle(closedFault);
    this.#onClosed?.();
  }
}
