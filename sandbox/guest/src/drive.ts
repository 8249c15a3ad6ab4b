/** The one function through which the host drives the guest: a command and a text in, a text out. */
import { clock } from './clock.ts';
import { consoleText, limitConsole } from './console.ts';
import { hardenLate } from './harden.ts';
import { bounded, messageOf } from './messages.ts';
import { seedRandom } from './random.ts';
import { runSuite, type TestReport } from './run.ts';
import { collect, root, settleModes, testsOf } from './tree.ts';

interface Start {
  readonly seed: number;
  readonly consoleBytes: number;
}

/** What the host reads when the guest is done. */
interface Result {
  readonly tests: readonly TestReport[];
  /** Tests that were collected; those reported must be as many, and one more for each failed `afterAll`. */
  readonly collected: number;
  readonly uncaught: readonly string[];
  readonly console: string;
  /** Set when the suite itself could not be collected. */
  readonly broken?: string;
}

const loaded = { solution: false, suite: false };
const uncaught: string[] = [];
const maxUncaught = 10;
let result: Result | undefined;

/** Called by the entry modules once the module they import has been evaluated to its end. */
export function markLoaded(side: 'solution' | 'suite'): void {
  loaded[side] = true;
}

function noteUncaught(message: string): void {
  if (uncaught.length < maxUncaught) uncaught.push(bounded(message));
}

async function runAll(): Promise<void> {
  try {
    await collect();
  } catch (thrown) {
    result = finish([], messageOf(thrown));
    return;
  }
  settleModes();
  const reports: TestReport[] = [];
  await runSuite(root, reports);
  result = finish(reports);
}

function finish(tests: readonly TestReport[], broken?: string): Result {
  const collected = [...testsOf(root)].length;
  return { tests, collected, uncaught, console: consoleText(), ...(broken !== undefined && { broken }) };
}

/** Runs the next timer. Errors of timers are nobody's to catch, as in Node. */
function step(): boolean {
  try {
    return clock.step();
  } catch (thrown) {
    noteUncaught(messageOf(thrown));
    return true;
  }
}

export function createDrive(seedAll: (seed: number) => void): (command: string, text: string) => string {
  const commands: Record<string, (text: string) => string> = {
    begin(text) {
      hardenLate();
      const { seed, consoleBytes } = JSON.parse(text) as Start;
      seedRandom(seed);
      seedAll(seed);
      limitConsole(consoleBytes);
      return '';
    },
    loaded: (side) => (loaded[side as 'solution' | 'suite'] ? 'yes' : ''),
    run() {
      void runAll();
      return '';
    },
    uncaught(text) {
      noteUncaught(text);
      return '';
    },
    step: () => (result !== undefined ? 'done' : step() ? 'more' : 'idle'),
    result: () => JSON.stringify(result),
  };
  return (command, text) => commands[command]?.(text) ?? '';
}
