import type { Job } from '../types.ts';
import { Budget } from './budget.ts';
import { Pair } from './pair.ts';
import { Run } from './run.ts';
import type { GuestKind } from './snapshot.ts';
import type { Prepared } from './sources/unit.ts';
import { dropIsolate } from './warm-isolates.ts';

/** Where one job is judged: one pair of realms after another, as a rule only one. */
export class Bench {
  readonly job: Job;
  readonly prepared: Prepared;
  pair: Pair | undefined;
  run: Run | undefined;
  readonly #kind: GuestKind;
  readonly #patience: number;

  constructor(job: Job, prepared: Prepared, patience: number) {
    this.job = job;
    this.prepared = prepared;
    this.#kind = kindOf(prepared);
    this.#patience = patience;
  }

  /** Makes fresh realms. */
  open(cpuMs: number): { readonly pair: Pair; readonly run: Run } {
    const mode = isScript(this.prepared) ? 'script' : 'tests';
    const pair = new Pair(this.job, { kind: this.#kind, mode, budget: this.budget(cpuMs) });
    this.pair = pair;
    const run = new Run(pair, this.job, this.prepared);
    this.run = run;
    return { pair, run };
  }

  budget(cpuMs: number): Budget {
    return new Budget({ cpuMs, patience: this.#patience });
  }

  /** Leaves the realms, and their isolates too when what happened in them must not be there for others. */
  close(isClean: boolean): void {
    this.pair?.dispose();
    this.pair = undefined;
    this.run = undefined;
    if (isClean) return;
    dropIsolate('solution');
    dropIsolate(this.#kind);
  }
}

/** Whether a suite is one script rather than tests that it registers. */
export function isScript({ style }: Prepared): boolean {
  return style !== 'vitest' && style !== 'jest';
}

/** The least realm that has all that a suite mentions. */
function kindOf(prepared: Prepared): GuestKind {
  const { imports, freeNames } = prepared.suite;
  const mentions = (name: string): boolean => imports.some(({ specifier }) => specifier === name);
  if (mentions('fast-check') || mentions('@fast-check/vitest') || freeNames.has('fc')) return 'properties';
  const isBare = isScript(prepared) && !mentions('vitest') && !mentions('@jest/globals') && !freeNames.has('expect');
  return isBare && !mentions('chai') ? 'plain' : 'core';
}
