import type ivm from 'isolated-vm';
import type { Job, Report, Side } from '../types.ts';
import { type Budget, OutOfTime } from './budget.ts';
import type { Realm } from './realm.ts';
import { readResult } from './result.ts';

export interface Sources {
  readonly solution: string;
  readonly suite: string;
}

type SourceSide = keyof Sources;
const solutionSpecifier = /^\.\/solution(\.[jt]s)?$/;

/** One attempt at one job, in a fresh realm. */
export class Run {
  /** Whose code is at work; unknown once both are. */
  side: Side = 'unknown';
  readonly #realm: Realm;
  readonly #job: Job;
  readonly #budget: Budget;

  constructor(realm: Realm, job: Job, budget: Budget) {
    this.#realm = realm;
    this.#job = job;
    this.#budget = budget;
  }

  /** Loads the solution, then the suite, runs the tests and reads what they reported. */
  report(sources: Sources): Report {
    const { limits, seed } = this.#job;
    this.#drive('begin', JSON.stringify({ seed, consoleBytes: limits.outputKb * 1024 }));
    const unfit = this.#load(sources);
    if (unfit !== undefined) return unfit;
    this.side = 'unknown';
    this.#drive('run');
    this.#stepUntil(() => this.#drive('step') === 'done');
    return readResult(this.#drive('result'), limits.outputKb);
  }

  /** Evaluates both modules; gives a report when that already says all there is to say. */
  #load(sources: Sources): Report | undefined {
    const solution = this.#compile('solution', sources.solution);
    if (isReport(solution)) return solution;
    const suite = this.#compile('suite', sources.suite);
    if (isReport(suite)) return suite;
    const unknown = this.#unknownImport(solution, suite);
    if (unknown !== undefined) return unknown;
    const entries = { solution: this.#realm.entry('solution'), suite: this.#realm.entry('suite') };
    this.#realm.seal();
    const resolve = (specifier: string): ivm.Module => (specifier === './suite' ? suite : solution);
    return this.#evaluate('solution', entries.solution, resolve) ?? this.#evaluate('suite', entries.suite, resolve);
  }

  #compile(side: SourceSide, code: string): ivm.Module | Report {
    try {
      return this.#realm.compile(code, `${side}.js`);
    } catch (error) {
      return { kind: 'malformed', side, stage: 'parse', message: `${side}: ${messageOf(error)}` };
    }
  }

  /** A solution may import nothing; a suite only the solution and what the guest offers. */
  #unknownImport(solution: ivm.Module, suite: ivm.Module): Report | undefined {
    const [foreign] = solution.dependencySpecifiers;
    if (foreign !== undefined) return unlinked('solution', `there is no module '${foreign}' here`);
    const unknown = suite.dependencySpecifiers.find(
      (name) => !solutionSpecifier.test(name) && this.#realm.builtin(name) === undefined,
    );
    return unknown === undefined ? undefined : unlinked('suite', `there is no module '${unknown}' here`);
  }

  #evaluate(side: SourceSide, entry: ivm.Module, resolve: (specifier: string) => ivm.Module): Report | undefined {
    this.side = side;
    try {
      this.#realm.link(entry, resolve);
    } catch (error) {
      const message = messageOf(error);
      return unlinked(/'\.\/solution/.test(message) ? 'solution' : side, message);
    }
    const failure = this.#evaluateEntry(side, entry);
    if (failure === undefined) return undefined;
    if (side === 'suite') return unlinked('suite', `the suite fails while it loads: ${failure}`);
    const test = { name: '(load)', outcome: 'failed', message: failure } as const;
    return { kind: 'ran', isolation: 'same-realm', tests: [test], console: '' };
  }

  /** Why a module did not get to its end, if it did not. */
  #evaluateEntry(side: SourceSide, entry: ivm.Module): string | undefined {
    try {
      this.#budget.spend((timeoutMs) => entry.evaluateSync({ timeout: timeoutMs }));
    } catch (error) {
      if (error instanceof OutOfTime || this.#realm.isolate.isDisposed) throw error;
      return messageOf(error);
    }
    const isLoaded = (): boolean => this.#drive('loaded', side) === 'yes';
    this.#stepUntil(() => isLoaded() || this.#drive('step') === 'idle');
    return isLoaded() ? undefined : 'a top-level await never settles';
  }

  #stepUntil(isDone: () => boolean): void {
    while (!isDone());
  }

  /**
   * Runs a command of the guest. isolated-vm throws the reason of a promise that was rejected and not handled by then:
   * that is an uncaught error of the candidate, and the guest's state is as good as before.
   */
  #drive(command: string, text = ''): string {
    try {
      return this.#budget.spend((timeoutMs) => this.#realm.drive(command, text, timeoutMs));
    } catch (error) {
      if (error instanceof OutOfTime || this.#realm.isolate.isDisposed) throw error;
      this.#budget.spend((timeoutMs) => this.#realm.drive('uncaught', messageOf(error), timeoutMs));
      return '';
    }
  }
}

function isReport(value: ivm.Module | Report): value is Report {
  return 'kind' in value;
}

function unlinked(side: SourceSide, message: string): Report {
  return { kind: 'malformed', side, stage: 'link', message };
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 2000);
}
