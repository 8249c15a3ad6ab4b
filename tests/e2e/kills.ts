import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { startWinnow, winnowDone, type Finished, type RunningWinnow } from './helpers.ts';
import { descendantsOf, isAlive, isStopped, type ProcessName } from './processes.ts';
import { storedRequests, type StoredRequests } from './stored-replies.ts';

/** Resolves when to kill; the signal is aborted when the run has ended by itself before. */
export type Moment = (running: AbortSignal) => Promise<void>;

/** What a kill left behind. */
export interface Kill extends StoredRequests {
  /** Requests in the offline model's log. */
  readonly logged: number;
  /** Since the run's process was started. */
  readonly afterMs: number;
  /** Processes that the run had started, and that nobody killed. */
  readonly orphans: number;
  /** Until the last of them had ended by itself; undefined when one outlived the patience. */
  readonly orphansMs: number | undefined;
}

export interface KilledRun {
  readonly kills: readonly Kill[];
  readonly finished: Finished;
}

export interface RunToKill {
  readonly dir: string;
  /** The offline model's log of requests. */
  readonly log: string;
  readonly topics: readonly string[];
  /** The command's words, the directory and the log among them. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the same command again and again, each time killed at the next moment, and the last time left to its end. */
export async function runThroughKills(run: RunToKill, moments: readonly Moment[]): Promise<KilledRun> {
  const kills: Promise<Kill>[] = [];
  for (const moment of moments) {
    const finished = await runUntil(run, moment, (killed) => kills.push(killed));
    if (finished) return { kills: await Promise.all(kills), finished };
  }
  const finished = await winnowDone(run.args, { env: run.env });
  return { kills: await Promise.all(kills), finished };
}

/** Runs until the moment has come, then kills; the result of a run that ended before. */
async function runUntil(
  run: RunToKill,
  moment: Moment,
  onKill: (killed: Promise<Kill>) => void,
): Promise<Finished | undefined> {
  const running = startWinnow(run.args, { env: run.env });
  const ended = new AbortController();
  const isTime = moment(ended.signal).then(() => true);
  const finished = running.finished.finally(() => ended.abort());
  if (!(await Promise.race([isTime, finished.then(() => false)]))) return await doneOrThrow(running);
  const started = await killAlone(running);
  const { signal, wallMs } = await finished;
  if (signal !== 'SIGKILL') return await doneOrThrow(running);
  const left = { ...storedRequests(join(run.dir, 'run.db'), run.topics), logged: readLog(run.log).length };
  // The next process starts at once: what the killed one started may still be there.
  onKill(goneAfter(started).then((orphansMs) => ({ ...left, afterMs: wallMs, orphans: started.length, orphansMs })));
  return undefined;
}

async function doneOrThrow(running: RunningWinnow): Promise<Finished> {
  const finished = await running.finished;
  if (finished.code === 0) return finished;
  throw new Error(`the run ended with ${finished.signal ?? finished.code}:\n${finished.stderr}`);
}

/** Kills the main process and nothing else; returns what it had started. It is halted for that look, or a child might be missed. */
async function killAlone(running: RunningWinnow): Promise<ProcessName[]> {
  running.kill('SIGSTOP');
  while (isStopped(running.pid) === false) await sleep(1);
  const started = descendantsOf(running.pid);
  running.kill('SIGKILL');
  return started;
}

const orphanPatienceMs = 5000;

async function goneAfter(processes: readonly ProcessName[]): Promise<number | undefined> {
  const begun = performance.now();
  while (processes.some(isAlive)) {
    if (performance.now() - begun > orphanPatienceMs) return undefined;
    await sleep(10);
  }
  return performance.now() - begun;
}

/** So long after the start. */
export function afterMs(ms: number): Moment {
  return async (running) => {
    await sleep(ms, undefined, { signal: running }).catch(() => {});
  };
}

/** As soon as something is so, looked at every few milliseconds. */
export function asSoonAs(condition: () => boolean): Moment {
  return async (running) => {
    while (!running.aborted && !condition()) await sleep(5);
  };
}
