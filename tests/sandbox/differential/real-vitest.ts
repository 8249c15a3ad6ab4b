import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest, type TestCase, type TestModule, type TestSuite } from 'vitest/node';
import { type Module, type ModuleOutcome, seed, type TestOutcome } from './modules.ts';
import { reasonOf } from './reason.ts';

/** What the real vitest makes of the modules, by id: all in one start, each in a folder of its own. */
export async function runUnderVitest(modules: readonly Module[]): Promise<Map<string, ModuleOutcome>> {
  // Inside the project, so that the modules find vitest and fast-check.
  const folder = mkdtempSync(join(realpathSync(fileURLToPath(projectModules)), '.differential-'));
  try {
    writeModules(folder, modules);
    return await outcomesIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const projectModules = new URL('../../../node_modules/', import.meta.url);
const suiteFile = 'suite.test.ts';

function writeModules(folder: string, modules: readonly Module[]): void {
  writeFileSync(join(folder, 'seed.ts'), `import fc from 'fast-check'; fc.configureGlobal({ seed: ${seed} });`);
  for (const { id, suite, solution } of modules) {
    mkdirSync(join(folder, id), { recursive: true });
    // Loading fast-check takes longer than most suites: only where it is used.
    const seeding = suite.includes('fast-check') ? `import '../../seed'; ` : '';
    writeFileSync(join(folder, id, suiteFile), seeding + suite);
    writeFileSync(join(folder, id, 'solution.ts'), solution);
  }
}

async function outcomesIn(folder: string): Promise<Map<string, ModuleOutcome>> {
  const vitest = await startVitest('test', [], {
    root: folder,
    config: false,
    watch: false,
    allowOnly: true,
    include: [`*/*/${suiteFile}`],
    exclude: [],
    reporters: [{}],
    silent: true,
    pool: 'threads',
    // A worker for every module would take five times as long; the modules put back what they change.
    isolate: false,
    maxWorkers: 2,
    dangerouslyIgnoreUnhandledErrors: true,
  });
  const outcomes = vitest.state
    .getTestModules()
    .map((module) => [dirname(relative(folder, module.moduleId)), outcomeOf(module)] as const);
  await vitest.close();
  // The modules fail on purpose.
  process.exitCode = 0;
  return new Map(outcomes);
}

function outcomeOf(module: TestModule): ModuleOutcome {
  const tests = [...module.children.allTests()].map(testOutcome);
  const [error] = module.errors();
  if (tests.length === 0) return { kind: 'did-not-run', because: error?.message ?? 'no tests' };
  return { kind: 'ran', tests };
}

function testOutcome(test: TestCase): TestOutcome {
  const { state, errors } = test.result();
  // Where a beforeAll fails, vitest skips the tests and blames the suite: for a verdict they have failed.
  const blamed = state === 'skipped' && test.options.mode === 'run' ? suiteError(test) : undefined;
  const error = errors?.[0] ?? blamed;
  const message = error && (error.name ? `${error.name}: ${error.message}` : error.message);
  const counterexample =
    message === undefined ? undefined : /^Counterexample: ([^]*?)\nShrunk \d+ time/m.exec(message)?.[1];
  const outcome = blamed ? 'failed' : state === 'pending' ? 'skipped' : state;
  return {
    name: test.fullName,
    outcome,
    ...(message !== undefined && outcome === 'failed' && { reason: reasonOf(message) }),
    ...(counterexample !== undefined && { counterexample }),
  };
}

function suiteError(test: TestCase): { readonly name?: string; readonly message: string } | undefined {
  for (let at: TestCase | TestSuite = test; at.parent.type === 'suite'; at = at.parent) {
    const [error] = at.parent.errors();
    if (error !== undefined) return error;
  }
  return undefined;
}
