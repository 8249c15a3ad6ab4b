/** The one function through which the host drives the suite's realm: a command and a text in, a text out. */
import { removeUncounted } from '../platform/platform.ts';
import { randomState, seedRandom } from '../platform/random.ts';
import { bail } from './bail.ts';
import { bounded } from './bounded.ts';
import { clock } from './clock.ts';
import { connect, escapedErrors, exchangeNews, forgetEscaped, link } from './link.ts';

import { limitPrinting, printed } from './print.ts';
import type { TestReport } from './run.ts';
import type { Mode } from './runners.ts';
import { runScript } from './script.ts';
import { beginWatching, offerAsGlobals, offerAsModule } from './solution.ts';

interface Finished {
  readonly tests: readonly TestReport[];
  readonly collected: number;
  /** How many `console.assert` there were, where they count. */
  readonly assertions?: number;
}

/** What a kind of suite is run by: the tests that it registered, or its whole script. */
export interface Runner {
  readonly seed: (seed: number) => void;
  /** Runs everything; `collected` is how many tests there are. Throws what makes the suite itself unfit. */
  readonly run: () => Promise<Finished>;
  /** From now on the name of a test that fails is all that is wanted. */
  readonly brief?: () => void;
  /** Gets ready to run once more; a `script` has to be evaluated again for that. */
  readonly again: () => 'tests' | 'script';
  /** Takes note that the suite's module did not get to its end; for a script, that is its failure. */
  readonly failedLoading?: (message: string) => void;
  /** What is said about a thrown value. */
  readonly describe: (thrown: unknown) => string;
}

/**
 * What the host reads when the suite is done. Tests reported must be as many as were collected, and one more for each
 * failed `afterAll`.
 */
interface Result extends Finished {
  readonly uncaught: readonly string[];
  readonly console: string;
  /** Set when the suite itself could not be collected. */
  readonly broken?: string;
}

const uncaught: string[] = [];
const maxUncaught = 10;
let isLoaded = false;
let result: Result | undefined;
let marked = { random: 0, elapsedUs: 0 };

/** Called by the entry module once the suite has been evaluated to its end. */
export function markLoaded(): void {
  isLoaded = true;
}

function noteUncaught(message: string): void {
  if (uncaught.length < maxUncaught) uncaught.push(bounded(message));
}

async function runAll(runner: Runner): Promise<void> {
  try {
    result = { ...(await runner.run()), uncaught, console: '' };
  } catch (thrown) {
    result = { tests: [], collected: 0, uncaught, console: '', broken: runner.describe(thrown) };
  }
}

/** Makes everything as it was when the suite had been loaded, as far as that can be. */
function rewind(): void {
  result = undefined;
  isLoaded = false;
  uncaught.length = 0;
  forgetEscaped();
  seedRandom(marked.random);
  clock.rewind(marked.elapsedUs);
}

/** The names of tests that failed. */
function failing(): string[] {
  if (result === undefined) return ['(unfinished)'];
  if (result.broken !== undefined) return ['(suite)'];
  const failed = result.tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name || '(unnamed)');
  return failed.length === 0 && uncaught.length + escapedErrors().length > 0 ? ['(uncaught error)'] : failed;
}

/** Runs the next timer. Errors of timers are nobody's to catch, as in Node. */
function step(runner: Runner): boolean {
  try {
    return clock.step();
  } catch (thrown) {
    noteUncaught(runner.describe(thrown));
    return true;
  }
}

type Send = (text: string) => string;
type Drive = (command: string, text: string) => string;

/** Gives the function that makes a fresh realm one candidate's, and gives the host the one that drives it. */
export function createBoot(
  runnerFor: (mode: Mode) => Runner,
): (seed: number, consoleCharacters: number, mode: Mode, send: Send, pump: Send) => Drive {
  const commands = { tests: commandsFor(runnerFor('tests')), script: commandsFor(runnerFor('script')) };
  return (seed, consoleCharacters, mode, send, pump) => {
    removeUncounted();
    seedRandom(seed);
    runnerFor(mode).seed(seed);
    limitPrinting(consoleCharacters);
    connect({ send, pump });
    const own = commands[mode];
    return (command, text) => own[command]?.(text) ?? '';
  };
}

function commandsFor(runner: Runner): Record<string, (text: string) => string> {
  return {
    answer: (text) => link().answer(text, () => undefined),
    hear(text) {
      link().hear(text);
      return '';
    },
    module: (path) => JSON.stringify(offerAsModule(path)),
    globals(text) {
      const [path, entryPoint] = JSON.parse(text) as [string, string];
      offerAsGlobals(path, entryPoint);
      return '';
    },
    begin(text) {
      if (text === 'watch') beginWatching();
      return '';
    },
    script() {
      const failure = runScript(runner.describe);
      if (failure !== undefined) return failure;
      isLoaded = true;
      return '';
    },
    loaded: () => (isLoaded ? 'yes' : ''),
    run() {
      void runAll(runner);
      return '';
    },
    failed(text) {
      runner.failedLoading?.(text);
      return runner.failedLoading === undefined ? '' : 'yes';
    },
    uncaught(text) {
      noteUncaught(text);
      return '';
    },
    exchange() {
      exchangeNews();
      return '';
    },
    step: () => (result !== undefined ? 'done' : step(runner) ? 'more' : 'idle'),
    mark() {
      marked = { random: randomState(), elapsedUs: clock.elapsedUs() };
      return '';
    },
    brief(text) {
      bail.isOn = true;
      bail.wantsAll = text === 'all';
      runner.brief?.();
      return '';
    },
    again() {
      rewind();
      return runner.again();
    },
    failing: () => JSON.stringify(failing()),
    result() {
      for (const error of escapedErrors()) noteUncaught(runner.describe(error));
      return JSON.stringify({ ...result, console: printed() });
    },
  };
}
