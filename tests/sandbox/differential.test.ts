/** The same modules under the real vitest and under the sandbox: the same outcome, test by test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { startVitest } from 'vitest/node';
import { job, outcomesOf, sharedSandbox } from './harness.ts';

const sandbox = sharedSandbox();
const modules = fileURLToPath(new URL('../fixtures/differential/', import.meta.url));
const names = readdirSync(modules).filter((name) => name.endsWith('.suite.ts'));
// Inside the project, so that the modules find vitest and fast-check.
const folder = mkdtempSync(join(fileURLToPath(new URL('../../node_modules/', import.meta.url)), '.differential-'));
const seed = 12345;

afterAll(() => rmSync(folder, { recursive: true }));

/** Outcomes under the real vitest, by module: the fixtures share one solution. */
async function runVitest(): Promise<Map<string, string[]>> {
  writeFileSync(join(folder, 'setup.ts'), `import fc from 'fast-check'; fc.configureGlobal({ seed: ${seed} });`);
  writeFileSync(join(folder, 'solution.ts'), readFileSync(join(modules, 'solution.ts')));
  for (const name of names)
    writeFileSync(join(folder, name.replace('.suite.', '.test.')), readFileSync(join(modules, name)));
  const vitest = await startVitest('test', [], {
    root: folder,
    config: false,
    watch: false,
    allowOnly: true,
    include: ['*.test.ts'],
    exclude: [],
    setupFiles: ['./setup.ts'],
    reporters: [{}],
    silent: true,
    maxWorkers: 1,
    dangerouslyIgnoreUnhandledErrors: true,
  });
  const outcomes = new Map<string, string[]>();
  for (const module of vitest.state.getTestModules()) {
    const name = module.moduleId.slice(folder.length + 1).replace('.test.', '.suite.');
    outcomes.set(
      name,
      [...module.children.allTests()].map((each) => `${each.fullName}: ${each.result().state}`),
    );
  }
  await vitest.close();
  process.exitCode = 0;
  return outcomes;
}

test('every module has the same outcomes under vitest and under the sandbox', async () => {
  const expected = await runVitest();
  const solution = readFileSync(join(modules, 'solution.ts'), 'utf8');
  const actual = new Map<string, string[]>();
  for (const name of names) {
    const suite = readFileSync(join(modules, name), 'utf8');
    actual.set(name, outcomesOf(await sandbox().submit(job({ id: name, solution, suite, seed }))));
  }
  expect(actual).toEqual(expected);
  expect(names.length).toBeGreaterThanOrEqual(15);
}, 60_000);
