import { Piscina } from 'piscina';
import { failed, ok, type Outcome } from '../core/fault.ts';
import type { TypeCheckJob, TypeChecker } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { errorCode } from '../input/read-text.ts';
import { reachesNeighbours } from './hazards.ts';
import { slotCount } from './slots.ts';
import type { TypeCheckRequest } from './worker.ts';

type Checked = Outcome<readonly Diagnostic[]>;

interface Waiting {
  readonly job: TypeCheckJob;
  readonly resolve: (checked: Checked) => void;
}

export interface TypeCheckerOptions {
  /** A folder from which `vitest` and `fast-check` can be resolved. */
  readonly home: string;
  /** How long one batch may take before it is halved, and one candidate before it is given up. */
  readonly timeoutMs?: number;
}

const lingerMs = 2;

/** Opens the strict type check: jobs of all callers form batches, and hazardous candidates are checked alone. */
export function openTypeChecker(options: TypeCheckerOptions): TypeChecker {
  return new BatchingChecker(options);
}

class BatchingChecker implements TypeChecker {
  readonly #options: Required<TypeCheckerOptions>;
  readonly #pool: Piscina;
  readonly #serverPid = new Int32Array(new SharedArrayBuffer(4));
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  constructor(options: TypeCheckerOptions) {
    this.#options = { timeoutMs: 8000, ...options };
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const filename = new URL(`./worker.${extension}`, import.meta.url).href;
    this.#pool = new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: Number.POSITIVE_INFINITY });
  }

  async check(jobs: readonly TypeCheckJob[]): Promise<readonly Checked[]> {
    const results = jobs.map((job) => new Promise<Checked>((resolve) => this.#waiting.push({ job, resolve })));
    this.#working ??= this.#work();
    return await Promise.all(results);
  }

  async close(): Promise<void> {
    this.#killServer();
    await this.#pool.destroy();
  }

  async #work(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, lingerMs));
    while (this.#waiting.length > 0) await this.#checkBatch(this.#takeBatch());
    this.#working = undefined;
  }

  #takeBatch(): Waiting[] {
    const alone = this.#waiting.findIndex(({ job }) => needsSolitude(job));
    const end = alone === -1 ? this.#waiting.length : Math.max(alone, 1);
    return this.#waiting.splice(0, Math.min(end, slotCount));
  }

  /** Checks a batch; one that does not come back is halved until the candidate that holds it up stands alone. */
  async #checkBatch(batch: readonly Waiting[]): Promise<void> {
    const { timeoutMs } = this.#options;
    let late = false;
    // The thread waits for its server, so nothing but the server's end brings it back.
    const watchdog = setInterval(() => {
      late = this.#killServer() || late;
    }, timeoutMs);
    try {
      const found = await this.#run(batch.map(({ job }) => job));
      for (const [index, { resolve }] of batch.entries()) resolve(ok(found[index] ?? []));
    } catch (error) {
      if (batch.length === 1) return batch[0]?.resolve(late ? tooSlow(timeoutMs) : unchecked(error));
      clearInterval(watchdog);
      const middle = Math.ceil(batch.length / 2);
      await this.#checkBatch(batch.slice(0, middle));
      await this.#checkBatch(batch.slice(middle));
    } finally {
      clearInterval(watchdog);
    }
  }

  async #run(jobs: readonly TypeCheckJob[]): Promise<Diagnostic[][]> {
    const request: TypeCheckRequest = { home: this.#options.home, jobs, serverPid: this.#serverPid };
    return (await this.#pool.run(request)) as Diagnostic[][];
  }

  /** Kills the server of the thread, which starts another one when it needs it; false where there is none. */
  #killServer(): boolean {
    const pid = Atomics.exchange(this.#serverPid, 0, 0);
    if (pid === 0) return false;
    try {
      return process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return true;
      throw error;
    }
  }
}

function needsSolitude(job: TypeCheckJob): boolean {
  return reachesNeighbours(job.solution) || reachesNeighbours(job.suite ?? '');
}

function unchecked(error: unknown): Checked {
  const message = `The type checker could not check this candidate: ${error instanceof Error ? error.message : String(error)}`;
  return failed({ boundary: 'types', code: 'check-failed', retryable: true, message });
}

/** Its own doing, so that another try would be as slow. */
function tooSlow(timeoutMs: number): Checked {
  const message = `The type check of this candidate did not end within ${timeoutMs / 1000} s.`;
  return failed({ boundary: 'types', code: 'check-timed-out', retryable: false, message });
}
