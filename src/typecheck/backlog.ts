import type { TypeCheckJob } from '../core/ports.ts';
import { needsSolitude } from './candidate/hazards.ts';
import { type Language, slotCount } from './slots.ts';

/** A job and whom to tell its result. */
export interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
}

type Queue<Result> = Waiting<TypeCheckJob, Result>[];

/** Jobs that wait to be checked, sorted into those that may be checked together. */
export class Backlog<Result> {
  readonly #alone: Queue<Result> = [];
  readonly #together: Readonly<Record<Language, Queue<Result>>> = { ts: [], js: [] };
  #isTurnOfAlone = false;

  /** Resolves with the job's result when somebody tells it. */
  add(job: TypeCheckJob): Promise<Result> {
    const queue = needsSolitude(job) ? this.#alone : this.#together[job.language ?? 'ts'];
    return new Promise((resolve) => queue.push({ job, resolve }));
  }

  /** Takes what may be checked together, and by turns one that must be alone; nothing when none are left. */
  take(): readonly Waiting<TypeCheckJob, Result>[] {
    const { ts, js } = this.#together;
    const together = ts.length > 0 ? ts : js;
    const isAlone = this.#alone.length > 0 && (this.#isTurnOfAlone || together.length === 0);
    this.#isTurnOfAlone = !isAlone;
    return isAlone ? this.#alone.splice(0, 1) : together.splice(0, slotCount);
  }
}
