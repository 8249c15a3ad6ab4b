import { Piscina } from 'piscina';
import { failed, ok, type Outcome } from '../core/fault.ts';
import type { TypeCheckJob, TypeChecker } from '../core/ports.ts';
import type { Diagnostic } from '../core/verdict.ts';
import { reachesNeighbours } from './hazards.ts';
import { slotCount } from './slots.ts';

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
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  constructor(options: TypeCheckerOptions) {
    this.#options = { timeoutMs: 20_000, ...options };
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
    const [first, ...rest] = batch;
    if (first && rest.length === 0) return await this.#checkAlone(first);
    try {
      await this.#settle(batch);
    } catch {
      const middle = Math.ceil(batch.length / 2);
      await this.#checkBatch(batch.slice(0, middle));
      await this.#checkBatch(batch.slice(middle));
    }
  }

  /** A candidate gets a second try: the first may have met a server that somebody else killed. */
  async #checkAlone(waiting: Waiting): Promise<void> {
    try {
      await this.#settle([waiting]).catch(() => this.#settle([waiting]));
    } catch (error) {
      waiting.resolve(unchecked(error));
    }
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    const { home, timeoutMs } = this.#options;
    const request = { home, jobs: batch.map(({ job }) => job) };
    const found = (await this.#pool.run(request, { signal: AbortSignal.timeout(timeoutMs) })) as Diagnostic[][];
    for (const [index, { resolve }] of batch.entries()) resolve(ok(found[index] ?? []));
  }
}

function needsSolitude(job: TypeCheckJob): boolean {
  return reachesNeighbours(job.solution) || reachesNeighbours(job.suite ?? '');
}

function unchecked(error: unknown): Checked {
  const message = `The type checker could not check this candidate: ${error instanceof Error ? error.message : String(error)}`;
  return failed({ boundary: 'types', code: 'check-failed', retryable: true, message });
}
