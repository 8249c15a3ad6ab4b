import type ivm from 'isolated-vm';
import { isolation, type Job, type Report, type Side as Blamed } from '../types.ts';
import { globalsUsed } from '../guest/node/catalogue.ts';
import type { Pair } from './pair.ts';
import { readResult } from './result.ts';
import { Side, unitAt, Unlinkable } from './side.ts';
import type { Prepared, Unit } from './sources/unit.ts';
import { hostModule, twinModule } from './wrapper.ts';

/** One attempt at one job, in fresh realms. */
export class Run {
  /** Whose code is at work; unknown once both are. */
  side: Blamed = 'unknown';
  readonly #pair: Pair;
  readonly #job: Job;
  readonly #prepared: Prepared;
  readonly #solution: Side;
  readonly #suite: Side;

  constructor(pair: Pair, job: Job, prepared: Prepared) {
    this.#pair = pair;
    this.#job = job;
    this.#prepared = prepared;
    this.#solution = new Side({ side: 'solution', realm: pair.solution, prepared });
    this.#suite = new Side({ side: 'suite', realm: pair.suite, prepared, twinOf: (path) => this.#twinOf(path) });
  }

  /** Loads the solution, then the suite, runs the tests and reads what they reported. */
  report(): Report {
    const unfit = this.load();
    if (unfit !== undefined) return unfit;
    this.runTests();
    return this.result();
  }

  /** What the tests that ran reported. */
  result(): Report {
    return readResult(this.#drive('result'), { outputKb: this.#job.limits.outputKb, style: this.#prepared.style });
  }

  /** Runs the tests of a suite that is loaded. */
  runTests(): void {
    this.side = 'unknown';
    this.#drive('run');
    while (!this.#step());
  }

  /** From now on the name of a test that fails is all that is wanted, or the names of all of them. */
  beBrief(): void {
    this.#drive('brief', this.#job.killers ?? 'first');
  }

  /** Remembers what to go back to when the tests are to run again. */
  mark(): void {
    this.#drive('mark');
  }

  /** Runs the tests once more, with modules and realms as the last time left them. */
  runAgain(): void {
    this.side = 'unknown';
    if (this.#drive('again') === 'script') this.#evaluateAgain();
    this.runTests();
  }

  /** The names of tests that failed. */
  failing(): readonly string[] {
    return JSON.parse(this.#drive('failing')) as string[];
  }

  #evaluateAgain(): void {
    if (this.#prepared.suite.format === 'commonjs') {
      const failure = this.#drive('script');
      if (failure !== '') this.#drive('failed', failure);
      return;
    }
    this.#suite.forget('suite');
    this.#suite.add(this.#prepared.suite);
    this.#evaluateSuite(this.#linkedSuite());
  }

  /** Whether all tests have reported. */
  #step(): boolean {
    if (this.#drive('step') === 'done') return true;
    this.#drive('exchange');
    return false;
  }

  /**
   * Evaluates both sides; gives a report when that already says all there is to say.
   *
   * @param onSolution Called between them.
   */
  load(onSolution?: () => void): Report | undefined {
    const { solution, suite, files } = this.#prepared;
    const unfit = this.#add(this.#solution, solution) ?? this.#add(this.#suite, suite);
    if (unfit !== undefined) return unfit;
    this.#solution.offerGlobals(globalsUsed([solution, ...files.values()].map(({ code }) => code).join('\n')));
    this.#suite.offerGlobals(globalsUsed(suite.code));
    const unfitSolution = this.#loadSolution();
    if (unfitSolution !== undefined) return unfitSolution;
    onSolution?.();
    return this.#loadSuite();
  }

  #add(side: Side, unit: Unit): Report | undefined {
    try {
      side.add(unit);
      return undefined;
    } catch (error) {
      if (error instanceof Unlinkable) return error.report;
      if (this.#pair.isStopped(error)) throw error;
      const blamed = unit.path === 'suite' ? 'suite' : 'solution';
      return { kind: 'malformed', side: blamed, stage: 'parse', message: `${blamed}: ${messageOf(error)}` };
    }
  }

  /** Paths of the solution's units that the suite can ask for. */
  #offeredPaths(): readonly string[] {
    const { suite, resolve } = this.#prepared;
    const files = suite.imports.flatMap(({ specifier }) => {
      const resolution = resolve('suite', specifier);
      return resolution.kind === 'file' ? [resolution.path] : [];
    });
    return ['solution', ...new Set(files)];
  }

  #loadSolution(): Report | undefined {
    this.side = 'solution';
    const realm = this.#pair.solution;
    const offered = this.#offeredPaths()
      .map((path) => unitAt(this.#prepared, path))
      .filter((unit) => unit !== undefined);
    try {
      for (const unit of offered) this.#solution.add(unit);
      const modules = offered.filter(({ format }) => format === 'module');
      if (modules.length > 0) return this.#evaluateSolution(modules, offered);
      realm.seal();
      return this.#settled(() => this.#offerUnits(offered));
    } catch (error) {
      if (error instanceof Unlinkable) return error.report;
      throw error;
    }
  }

  #evaluateSolution(modules: readonly Unit[], offered: readonly Unit[]): Report | undefined {
    const realm = this.#pair.solution;
    const entry = realm.compile(entryOf(modules.map(({ path }) => path)), 'entry.js');
    try {
      this.#solution.link(entry);
    } catch (error) {
      if (this.#pair.isStopped(error)) throw error;
      return unlinked('solution', messageOf(error));
    }
    realm.seal();
    return this.#settled(() => {
      this.#pair.inSolution((timeoutMs) => entry.evaluateSync({ timeout: timeoutMs }));
      if (!this.#settles(() => realm.drive('loaded', '') === 'yes')) throw stuck;
      this.#offerUnits(offered.filter(({ format }) => format === 'commonjs'));
    });
  }

  #offerUnits(units: readonly Unit[]): void {
    for (const { path, offers } of units) {
      const command = offers === 'as-exports' ? 'offerAll' : 'offer';
      this.#pair.inSolution((timeoutMs) => this.#pair.solution.drive(command, path, timeoutMs));
    }
  }

  /** A solution that does not get to its end has failed, which is told as a test. */
  #settled(load: () => void): Report | undefined {
    try {
      load();
      return undefined;
    } catch (error) {
      if (this.#pair.isStopped(error)) throw error;
      const test = { name: '(load)', outcome: 'failed', message: messageOf(error) } as const;
      return { kind: 'ran', isolation, tests: [test], console: '' };
    }
  }

  #loadSuite(): Report | undefined {
    this.side = 'suite';
    const { suite, globalsWanted, style } = this.#prepared;
    const realm = this.#pair.suite;
    const globals = style === 'jest' ? 'jest' : 'vitest';
    realm.evaluate(`__guest.offerGlobals('${globals}', ${JSON.stringify([...suite.freeNames])})`).release();
    if (globalsWanted === 'all') this.#drive('globals', JSON.stringify(['solution', this.#job.entryPoint ?? '']));
    if (suite.format === 'commonjs') return this.#runScript();
    let entry: ivm.Module;
    try {
      entry = this.#linkedSuite();
    } catch (error) {
      if (this.#pair.isStopped(error)) throw error;
      const message = messageOf(error);
      return unlinked(
        /the solution does not tell/.test(message) ||
          this.#prepared.solutionSpecifiers.some((name) => message.includes(`'${name}'`))
          ? 'solution'
          : 'suite',
        message,
      );
    }
    realm.seal();
    this.#drive('begin', replacesGlobals.test(this.#prepared.suite.code) ? 'watch' : '');
    return this.#evaluateSuite(entry);
  }

  #linkedSuite(): ivm.Module {
    const entry = this.#pair.suite.compile(
      `import 'suite'; import { markLoaded } from '${hostModule}'; markLoaded();`,
      'suite-entry.js',
    );
    this.#suite.link(entry);
    return entry;
  }

  #evaluateSuite(entry: ivm.Module): Report | undefined {
    const { uncaught } = this.#pair.inSuite((timeoutMs) => entry.evaluateSync({ timeout: timeoutMs }));
    if (uncaught.length > 0) return this.#failedSuite(messageOf(uncaught[0]));
    if (this.#settles(() => this.#pair.suite.drive('loaded', '') === 'yes')) return undefined;
    return this.#failedSuite(stuck);
  }

  #runScript(): Report | undefined {
    for (const path of this.#offeredPaths()) {
      if (this.#prepared.globalsWanted === 'none') this.#drive('module', path);
    }
    this.#pair.suite.seal();
    this.#drive('begin', replacesGlobals.test(this.#prepared.suite.code) ? 'watch' : '');
    const failure = this.#drive('script');
    return failure === '' ? undefined : this.#failedSuite(failure);
  }

  #failedSuite(message: string): Report | undefined {
    if (this.#drive('failed', message) === 'yes') return undefined;
    return unlinked('suite', `the suite fails while it loads: ${message}`);
  }

  /** The module over the twin of one of the solution's. */
  #twinOf(path: string): ivm.Module {
    const offered = this.#drive('module', path);
    if (offered === '') throw new Error('the solution does not tell what it exports');
    const { names } = JSON.parse(offered) as { readonly names: readonly string[] };
    return this.#pair.suite.compile(twinModule(path, names), `${path}-twin.js`);
  }

  /** Runs timers until something has come about; false when there are none left. */
  #settles(isDone: () => boolean): boolean {
    while (!isDone()) {
      this.#drive('exchange');
      if (!isDone() && this.#drive('step') === 'idle') return isDone();
    }
    return true;
  }

  /** Runs a command of the suite's guest, and notes what nobody caught meanwhile as uncaught errors of the candidate. */
  #drive(command: string, text = ''): string {
    const { value, uncaught } = this.#pair.inSuite((timeoutMs) => this.#pair.suite.drive(command, text, timeoutMs));
    for (const error of uncaught) this.#pair.suite.drive('uncaught', messageOf(error));
    return value ?? '';
  }
}

/** What a suite mentions that replaces parts of the platform, which the solution is then told of. */
const replacesGlobals = /\b(?:globalThis|global|window|spyOn|stubGlobal|console\s*\.\s*\w+\s*=)/;
const stuck = 'a top-level await never settles';

/** A module that evaluates others and offers to the suite what they export. */
function entryOf(paths: readonly string[]): string {
  const imports = paths.map((path, at) => `import * as m${at} from ${JSON.stringify(path)};`).join('');
  const offers = paths.map((path, at) => `offer(${JSON.stringify(path)}, m${at});`).join('');
  return `${imports} import { offer, markLoaded } from '${hostModule}'; ${offers} markLoaded();`;
}

function unlinked(side: 'solution' | 'suite', message: string): Report {
  return { kind: 'malformed', side, stage: 'link', message };
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, 2000);
}
