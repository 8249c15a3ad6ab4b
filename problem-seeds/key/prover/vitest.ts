import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SerializedError } from 'vitest';
import { type Reporter, startVitest, type TestModule } from 'vitest/node';
import type { SuiteRun } from './observed.ts';

/** One suite to be run against one solution, in a folder of its own. */
export interface SuiteJob {
  /** Folder relative to the project, unique. */
  readonly folder: string;
  readonly solution: string;
  readonly suite: string;
  /** The seed given to fast-check. */
  readonly seed: number;
}

/** Time for all suites: ample, since a suite that hangs holds everything up. */
const deadlineMs = { base: 30_000, perJob: 500 };

/** Runs suites with the real vitest and gives each folder's result. */
export async function runSuites(project: string, jobs: readonly SuiteJob[]): Promise<Map<string, SuiteRun>> {
  for (const job of jobs) writeJob(project, job);
  if (jobs.length === 0) return new Map();
  const recorder = new Recorder(project);
  const vitest = startVitest('test', [], {
    config: false,
    root: project,
    watch: false,
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    include: ['**/solution.test.ts'],
    testTimeout: 5000,
    reporters: [recorder],
    silent: true,
    cache: false,
  });
  const running = await withDeadline(vitest, deadlineMs.base + jobs.length * deadlineMs.perJob, recorder);
  await running.close();
  // A failing suite is a finding here, not a failure of this process.
  process.exitCode = 0;
  return recorder.runs;
}

/** The suite stands behind a line that fixes fast-check's seed, so that a proof can be repeated. */
function writeJob(project: string, { folder, solution, suite, seed }: SuiteJob): void {
  const dir = join(project, folder);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'solution.ts'), solution);
  writeFileSync(join(dir, 'suite.ts'), suite);
  writeFileSync(
    join(dir, 'solution.test.ts'),
    `import fc from 'fast-check';\nfc.configureGlobal({ seed: ${seed} });\nawait import('./suite');\n`,
  );
}

class Recorder implements Reporter {
  readonly runs = new Map<string, SuiteRun>();
  readonly unfinished = new Set<string>();
  readonly #project: string;

  constructor(project: string) {
    this.#project = project;
  }

  onTestModuleQueued(module: TestModule): void {
    this.unfinished.add(this.#folder(module));
  }

  onTestModuleEnd(module: TestModule): void {
    const folder = this.#folder(module);
    this.unfinished.delete(folder);
    const tests = [...module.children.allTests()];
    const failures = [
      ...module.errors().map(({ message }) => `loading: ${message}`),
      ...tests.flatMap((test) => {
        const result = test.result();
        return result.state === 'failed' ? [`${test.fullName}: ${messageOf(result.errors[0])}`] : [];
      }),
    ];
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    this.runs.set(folder, {
      accepted: module.ok() && passed > 0 && failures.length === 0,
      tests: tests.length,
      failures,
    });
  }

  #folder(module: TestModule): string {
    return relative(this.#project, module.moduleId).split(sep).slice(0, -1).join('/');
  }
}

/** What fast-check found stands in the second to fourth lines of its message, the failed assertion in the cause. */
function messageOf(error: SerializedError | undefined): string {
  const [first = '', ...rest] = (error?.message ?? '').split('\n');
  const counterexample = rest.find((line) => line.startsWith('Counterexample')) ?? '';
  const cause = error?.cause?.message.split('\n')[0] ?? '';
  return [first, counterexample, cause].filter((part) => part !== '').join('; ');
}

async function withDeadline<Value>(work: Promise<Value>, ms: number, recorder: Recorder): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`vitest has not ended: ${[...recorder.unfinished].join(', ')}`)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
