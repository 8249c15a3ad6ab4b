import { errorCode } from '../input/read-text.ts';
import { type Usage, usageOf } from './process-usage.ts';

/** Why a server was ended. */
export type Overrun = 'slow' | 'stalled' | 'large';

export interface ServerLimits {
  /** For one candidate: CPU time of the server where the system tells it, wall time otherwise. */
  readonly timeoutMs: number;
  /** Resident memory of the server. */
  readonly memoryMb: number;
}

/** What came of work that the server was watched at. */
export type Watched<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: unknown;
      /** What the server was ended for; undefined where it failed by itself. */
      readonly overrun: Overrun | undefined;
      /** The candidate that was under check, by its place in the batch. */
      readonly suspect: number | undefined;
    };

/** How often a server that is at work is looked at. */
const intervalMs = 50;
/** Where that much more time has passed than the server has worked, the machine held it up. */
const stalledFactor = 10;

/** What a server is at: starting, loading a batch, or checking the candidate at this place of it. */
export type Stage = 'starting' | 'loading' | number;

const stages = ['starting', 'loading'] as const;

/** Tells the process that waits about the server, from the thread that speaks with it. */
export function tell(shared: Int32Array, what: { readonly pid?: number; readonly stage: Stage }): void {
  Atomics.store(shared, 1, typeof what.stage === 'number' ? what.stage + stages.length : stages.indexOf(what.stage));
  if (what.pid !== undefined) Atomics.store(shared, 0, what.pid);
}

interface Moment {
  readonly pid: number;
  readonly stage: Stage;
  readonly wallMs: number;
  readonly usage: Usage | undefined;
}

/** Watches a server from outside the thread that waits for it, and that nothing but the server's end brings back. */
export class ServerWatch {
  /** To be given to the thread: it tells the server's process id and what it is at. */
  readonly shared: Int32Array = new Int32Array(new SharedArrayBuffer(8));

  /** Runs what the server works for, and ends the server when a candidate overruns a limit. */
  async during<T>(limits: ServerLimits, work: () => Promise<T>): Promise<Watched<T>> {
    let overrun: Overrun | undefined;
    let begun = this.#look();
    const timer = setInterval(() => {
      const now = this.#look();
      if (now.stage !== begun.stage || now.pid !== begun.pid) begun = now;
      const found = overrunOf(begun, now, limits);
      if (found === undefined || now.pid === 0 || now.stage === 'starting') return;
      overrun = found;
      this.kill();
    }, intervalMs);
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const { stage } = this.#look();
      return { ok: false, error, overrun, suspect: typeof stage === 'number' ? stage : undefined };
    } finally {
      clearInterval(timer);
    }
  }

  /** Kills the server; the thread starts another one when it needs it. */
  kill(): void {
    const pid = Atomics.exchange(this.shared, 0, 0);
    if (pid === 0) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error;
    }
  }

  #look(): Moment {
    const pid = Atomics.load(this.shared, 0);
    const told = Atomics.load(this.shared, 1);
    return { pid, stage: stages[told] ?? told - stages.length, wallMs: performance.now(), usage: usageOf(pid) };
  }
}

/** A process that has just gone is not told of either, so this cannot be asked of the server. */
const isUsageTold = usageOf(process.pid) !== undefined;

function overrunOf(begun: Moment, now: Moment, { timeoutMs, memoryMb }: ServerLimits): Overrun | undefined {
  const passedMs = now.wallMs - begun.wallMs;
  if (!isUsageTold) return passedMs > timeoutMs ? 'slow' : undefined;
  if (begun.usage && now.usage && now.usage.cpuMs - begun.usage.cpuMs > timeoutMs) return 'slow';
  if (now.usage && now.usage.residentMb > memoryMb) return 'large';
  return passedMs > timeoutMs * stalledFactor ? 'stalled' : undefined;
}
