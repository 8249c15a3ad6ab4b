import { setTimeout as delay } from 'node:timers/promises';
import { Piscina } from 'piscina';
import { ok, type Outcome } from '../core/fault.ts';
import type { TypeCheckJob, TypeChecker } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { Backlog, type Waiting } from './backlog.ts';
import { lengthErrors } from './candidate/size.ts';
import { crashedFault, uncheckedFault } from './faults.ts';
import { type ServerLimits, ServerWatch, type Watched } from './server-watch.ts';
import type { TypeCheckRequest } from './worker.ts';

type Checked = Outcome<readonly Diagnostic[]>;
type Batch = readonly Waiting<TypeCheckJob, Checked>[];

export interface TypeCheckerOptions {
  /** A folder from which `vitest` and `fast-check` can be resolved. */
  readonly home: string;
  /** Names of packages that candidates may import besides; their types are not looked at. */
  readonly packages?: readonly string[];
  /** How long the check of one candidate may take. */
  readonly timeoutMs?: number;
  /** How much memory the server may take before the candidate at hand is given up. */
  readonly memoryMb?: number;
}

const defaults = { timeoutMs: 8000, memoryMb: 1500 };
/** How long a first job waits for others: to check one alone costs as much as ten in a batch. */
const lingerMs = 5;
/** One that takes longer in a batch is checked again alone, so that it does not hold up the others for its whole time. */
const patienceMs = 2000;
/** A server may be killed by somebody else, once or twice. */
const maxDeaths = 3;
/**
 * The server's garbage collector is told to take its time, within bounds, and to stay on one core: that saves a fifth
 * of its CPU time. Where a candidate ends it, it says so in a line, not in its whole stack.
 */
const serverEnvironment = { GOGC: '400', GOMEMLIMIT: '600MiB', GOMAXPROCS: '1', GOTRACEBACK: 'none' };

/** Opens the strict type check: jobs of all callers form batches, and hazardous candidates are checked alone. */
export function openTypeChecker(options: TypeCheckerOptions): TypeChecker {
  return new BatchingChecker(options);
}

class BatchingChecker implements TypeChecker {
  readonly #home: string;
  readonly #packages: readonly string[];
  readonly #limits: ServerLimits;
  readonly #pool: Piscina;
  readonly #watch = new ServerWatch();
  readonly #backlog = new Backlog<Checked>();
  #working: Promise<void> | undefined;
  #isClosing = false;

  constructor({ home, packages = [], ...limits }: TypeCheckerOptions) {
    this.#home = home;
    this.#packages = packages;
    this.#limits = { ...defaults, ...limits };
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const filename = new URL(`./worker.${extension}`, import.meta.url).href;
    const idleTimeout = Number.POSITIVE_INFINITY;
    this.#pool = new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout, env: serverEnvironment });
  }

  async check(jobs: readonly TypeCheckJob[]): Promise<readonly Checked[]> {
    const results = jobs.map((job) => {
      const errors = lengthErrors(job);
      return errors.length > 0 ? Promise.resolve(ok(errors)) : this.#backlog.add(job);
    });
    this.#working ??= this.#work();
    return await Promise.all(results);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#watch.kill();
    await this.#pool.destroy();
  }

  async #work(): Promise<void> {
    await delay(lingerMs);
    for (let batch = this.#backlog.take(); batch.length > 0; batch = this.#backlog.take()) await this.#settle(batch);
    this.#working = undefined;
  }

  /** Checks a batch; where it fails, whoever was under check stands alone from then on, or else it is halved. */
  async #settle(batch: Batch): Promise<void> {
    const [first] = batch;
    if (batch.length === 1 && first) return first.resolve(await this.#checkAlone(first.job));
    const attempt = await this.#attempt(batch, Math.min(patienceMs, this.#limits.timeoutMs));
    if (!attempt.ok) {
      for (const part of partsOf(batch, attempt.suspect)) if (part.length > 0) await this.#settle(part);
      return;
    }
    for (const [index, { resolve }] of batch.entries()) resolve(ok(attempt.value[index] ?? []));
  }

  async #checkAlone(job: TypeCheckJob): Promise<Checked> {
    for (let deaths = 1; ; deaths += 1) {
      const attempt = await this.#attempt([{ job }], this.#limits.timeoutMs);
      if (attempt.ok) return ok(attempt.value[0] ?? []);
      const isOver = attempt.overrun !== undefined || this.#isClosing;
      if (isOver) return uncheckedFault(attempt.overrun, attempt.error, this.#limits);
      if (deaths === maxDeaths) return crashedFault(deaths, attempt.error);
    }
  }

  async #attempt(
    batch: readonly { readonly job: TypeCheckJob }[],
    timeoutMs: number,
  ): Promise<Watched<Diagnostic[][]>> {
    const jobs = batch.map(({ job }) => job);
    const request: TypeCheckRequest = {
      home: this.#home,
      packages: this.#packages,
      jobs,
      shared: this.#watch.shared,
    };
    const limits = { ...this.#limits, timeoutMs };
    return await this.#watch.during(limits, async () => (await this.#pool.run(request)) as Diagnostic[][]);
  }
}

function partsOf(batch: Batch, suspect: number | undefined): readonly Batch[] {
  if (suspect !== undefined) return [batch.slice(suspect, suspect + 1), batch.toSpliced(suspect, 1)];
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}
