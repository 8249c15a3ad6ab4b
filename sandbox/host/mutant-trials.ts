import { maxKillers, type MutantReport } from '../types.ts';
import type { Bench } from './bench.ts';
import { OutOfTime } from './budget.ts';
import { evenly } from './evenly.ts';
import { type Loadable, loadMarked } from './load-marked.ts';
import type { Pair } from './pair.ts';
import { Switched } from './switched.ts';

/** What the suite took for the solution as it is. */
export interface Unchanged {
  /** Switches passed. */
  readonly steps: number;
  readonly cpuMs: number;
}

interface Realms extends Loadable {
  readonly pair: Pair;
}

type Results = Map<string, MutantReport>;

const stepsFactor = 3;
const stepsSlack = 5000;
const cpuFactor = 5;
const leastCpuMs = 50;
/** A block that spoilt its realms is judged again in so many parts. */
const parts = 4;
const maxName = 200;
/** At most so many mutants get realms of their own, where they need them. */
export const maxAlone = 12;

/**
 * Runs a suite against mutants, many of them in one pair of realms. What a mutant leaves behind in variables of the
 * solution or the suite is there for the next one; so at the end the solution as it is must pass in those realms too,
 * or all of them are judged again in fresh ones, in smaller blocks, at last one by one.
 */
export class MutantTrials {
  readonly #bench: Bench;
  readonly #maxSteps: number;
  readonly #cpuMs: number;
  readonly #total: { readonly usedMs: number };
  #realms: Realms | undefined;
  #ranOut = false;

  /** Takes over the realms in which the bench has just judged the solution as it is. */
  constructor(bench: Bench, { steps, cpuMs }: Unchanged) {
    this.#bench = bench;
    this.#maxSteps = steps * stepsFactor + stepsSlack;
    this.#cpuMs = Math.ceil(Math.max(leastCpuMs, cpuMs * cpuFactor));
    this.#total = bench.budget(bench.job.limits.cpuMs);
    const { pair, run } = bench;
    if (pair === undefined || run === undefined) return;
    this.#realms = { pair, run, switched: new Switched(pair) };
    this.#realms.switched.limit(this.#maxSteps);
    run.beBrief();
  }

  /** Whether the time was too short for all that was asked for. */
  get ranOut(): boolean {
    return this.#ranOut;
  }

  /** Judges mutants that are reached while tests run. None is in the map where the suite cannot be run twice. */
  together(ids: readonly string[]): Results {
    if (ids.length === 0) return new Map();
    const results = this.#inTurn(ids);
    if (this.#realms !== undefined && this.#isUnchanged()) return results;
    // Either the suite does not bear to be run twice, or a mutant has spoilt the realms, or the last one ended them.
    const isLost = this.#realms === undefined;
    if (!this.#bearsRepeating()) return this.#each(ids);
    return isLost ? results : this.#inBlocks(ids);
  }

  /** Judges one mutant in fresh realms, on from the start. */
  alone(id: string): MutantReport {
    const result = this.#attempt(id, () => {
      const realms = this.#fresh(id);
      if (realms === undefined) return { id, outcome: 'killed', by: '(load)' };
      realms.run.runTests();
      return this.#outcome(id, realms);
    });
    this.#leave(true);
    return result;
  }

  /** For suites that do not bear to be run twice. */
  #each(ids: readonly string[]): Results {
    return new Map(evenly(ids, maxAlone).map((id) => [id, this.alone(id)]));
  }

  #inTurn(ids: readonly string[]): Results {
    return new Map(ids.map((id) => [id, this.#again(id)]));
  }

  #block(ids: readonly string[]): Results {
    const results = this.#inTurn(ids);
    return ids.length === 1 || this.#isUnchanged() ? results : this.#inBlocks(ids);
  }

  #inBlocks(ids: readonly string[]): Results {
    const results: Results = new Map();
    const size = Math.ceil(ids.length / parts);
    for (let from = 0; from < ids.length; from += size) {
      this.#leave(true);
      for (const [id, result] of this.#block(ids.slice(from, from + size))) results.set(id, result);
    }
    return results;
  }

  /** Whether the suite accepts the solution as it is a second time too, in realms that no mutant has spoilt. */
  #bearsRepeating(): boolean {
    this.#leave(true);
    return this.#isAccepted() && this.#isAccepted();
  }

  /** Runs the tests once more with a mutant on; in the realms at hand if there are any. */
  #again(id: string): MutantReport {
    return this.#attempt(id, () => {
      const realms = this.#realms ?? this.#fresh('');
      if (realms === undefined) return { id, outcome: 'unjudged' };
      realms.switched.turn(id);
      realms.run.runAgain();
      return this.#outcome(id, realms);
    });
  }

  /** Whether the solution as it is still passes in the realms at hand. */
  #isUnchanged(): boolean {
    return this.#realms === undefined || this.#isAccepted();
  }

  /** Whether the solution as it is passes; nothing speaks against it where there is no time. */
  #isAccepted(): boolean {
    const { outcome } = this.#again('');
    return outcome === 'survived' || outcome === 'unjudged';
  }

  #outcome(id: string, { pair, run, switched }: Realms): MutantReport {
    if (pair.late !== undefined) throw pair.late;
    const [by, ...also] = run
      .failing()
      .slice(0, maxKillers)
      .map((name) => name.slice(0, maxName));
    if (switched.reached().isEndless) return { id, outcome: 'stopped', ...(by !== undefined && { by }) };
    if (by === undefined) return { id, outcome: 'survived' };
    return { id, outcome: 'killed', by, ...(also.length > 0 && { also }) };
  }

  /** Makes one attempt within a time of its own. What ends it hard ends the realms. */
  #attempt(id: string, work: () => MutantReport): MutantReport {
    const leftMs = this.#bench.job.limits.cpuMs - this.#total.usedMs;
    if (leftMs <= 0) {
      this.#ranOut = true;
      return { id, outcome: 'unjudged' };
    }
    const cpuMs = Math.min(Math.ceil(leftMs), this.#cpuMs);
    this.#realms?.pair.renew(this.#bench.budget(cpuMs));
    try {
      return work();
    } catch (thrown) {
      if (!this.#isOver(thrown)) throw thrown;
      // Nothing is left in these realms to go on with.
      this.#leave(false);
      return { id, outcome: 'stopped' };
    }
  }

  /** Whether an error means that the mutant did not come back, and not that the machine did not let it. */
  #isOver(thrown: unknown): boolean {
    const { pair } = this.#bench;
    if (pair?.isBroken === true) return true;
    const error = pair?.late ?? thrown;
    return error instanceof OutOfTime && error.kind === 'cpu';
  }

  /** Fresh realms with the solution and the suite loaded; undefined when they do not get that far. */
  #fresh(id: string): Realms | undefined {
    this.#leave(true);
    const realms = this.#open(id);
    if (loadMarked(this.#bench, realms).unfit !== undefined) return undefined;
    realms.run.beBrief();
    this.#realms = realms;
    return realms;
  }

  #open(id: string): Realms {
    const { pair, run } = this.#bench.open(this.#cpuMs);
    pair.renew(this.#bench.budget(this.#cpuMs));
    const switched = new Switched(pair);
    switched.arm(id);
    switched.limit(this.#maxSteps);
    return { pair, run, switched };
  }

  #leave(isClean: boolean): void {
    this.#realms = undefined;
    this.#bench.close(isClean);
  }
}
