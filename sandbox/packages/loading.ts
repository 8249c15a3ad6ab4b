import { isBuiltin } from 'node:module';
import type { Sandbox } from '../sandbox.ts';
import type { Limits, Report } from '../types.ts';
import { PackageError } from './package-error.ts';

const limits: Limits = { cpuMs: 10_000, memoryMb: 512, outputKb: 16 };
const isReached = /Cannot find module '([^']+)'/;

/**
 * Loads each package once in a sandbox that was opened with them. Throws a `PackageError` for one that does not get to
 * its end there, as those do that need files, the network or native code from the start.
 */
export async function proveLoading(names: readonly string[], sandbox: Pick<Sandbox, 'submit'>): Promise<void> {
  const problems = await Promise.all(names.map((name) => problemOf(name, sandbox)));
  for (const [at, problem] of problems.entries()) {
    if (problem !== undefined) throw notLoaded(names[at] ?? '', problem);
  }
}

async function problemOf(name: string, sandbox: Pick<Sandbox, 'submit'>): Promise<string | undefined> {
  const outcome = await sandbox.submit({
    id: `load ${name}`,
    solution: `require(${JSON.stringify(name)});`,
    suite: "require('./solution');",
    style: 'throw',
    language: 'js',
    seed: 1,
    limits,
  });
  // A fault of the machine says nothing about the package.
  return outcome.ok ? reason(outcome.report) : undefined;
}

function reason(report: Report): string | undefined {
  switch (report.kind) {
    case 'ran':
      return report.tests.find(({ outcome }) => outcome !== 'passed')?.message;
    case 'malformed':
      return report.message;
    case 'stopped':
      return `it was stopped at the limit of its ${report.limit}.`;
    case 'tampered':
      return report.what;
  }
}

function notLoaded(name: string, problem: string): PackageError {
  const wanted = isReached.exec(problem)?.[1];
  const why = wanted === undefined ? problem : lacking(wanted);
  return new PackageError('package-not-loaded', `The package '${name}' does not load in the sandbox: ${why}`);
}

function lacking(wanted: string): string {
  const bare = wanted.replace(/^node:/, '');
  if (wanted.endsWith('.node')) return `it needs a native addon (${wanted}), and only JavaScript can run there.`;
  if (isBuiltin(wanted)) {
    return `it needs Node's module '${bare}', which is not offered: files, network and processes are out of reach.`;
  }
  return `it needs '${wanted}', which is not installed beside it.`;
}
