import type { OutputRow } from '../../check/output-row.ts';
import type { Check, Diagnostic, Verdict } from '../../core/verdict.ts';
import { printable } from './printable.ts';

interface Files {
  readonly solution: string;
  readonly tests: string;
}

/** What became of one solution, with the evidence that someone needs to act on it. */
export function renderPair(row: OutputRow, files: Files): string {
  if ('fault' in row) return printable(`not judged: ${row.fault.message} (${row.fault.boundary}: ${row.fault.code})\n`);
  const verdict = row.verdict as unknown as ShownVerdict;
  const lines = [headline(verdict, row.tests), ...evidence(verdict, row.tests, files)];
  return printable(`${lines.join('\n')}\n`);
}

/** As rows show verdicts: without the checks of an accepted one, and a side only where it is known. */
type ShownVerdict = WithOptionalSide<Exclude<Verdict, { kind: 'accepted' }>> | { readonly kind: 'accepted' };
type WithOptionalSide<V> = V extends { side: infer S } ? Omit<V, 'side'> & { readonly side?: S } : V;

const limits = {
  cpu: 'it used more CPU time than --timeout-ms allows',
  wall: 'it did not come to an end',
  memory: 'it used more memory than --memory-mb allows',
  output: 'it printed or reported too much',
  crash: 'it crashed the process that it ran in',
} as const;

function headline(verdict: ShownVerdict, tests: readonly Check[]): string {
  const ran = tests.filter(({ outcome }) => outcome !== 'skipped').length;
  const passed = tests.filter(({ outcome }) => outcome === 'passed').length;
  const count = tests.length === 0 ? '' : `: ${passed} of ${ran} tests passed`;
  return `${verdict.kind}${count}`;
}

function evidence(verdict: ShownVerdict, tests: readonly Check[], files: Files): string[] {
  switch (verdict.kind) {
    case 'accepted':
      return [];
    case 'refuted':
      return tests.filter(({ outcome }) => outcome === 'failed').flatMap(failure);
    case 'flaky':
      return [
        'passed in one run and failed in another, with nothing changed but the seed:',
        ...verdict.second.flatMap(failure),
      ];
    case 'malformed':
      return [`  ${named(verdict.side, files)}${verdict.message}`];
    case 'ill-typed':
      return verdict.diagnostics.map((found) => `  ${diagnostic(found, files)}`);
    case 'stopped':
      return [`  ${named(verdict.side, files)}${limits[verdict.limit]}`];
    case 'tampered':
      return [`  it tried to influence its own grading: ${verdict.what}`];
  }
}

function failure({ name, message = 'no message', counterexample }: Check): string[] {
  const replay = counterexample && [
    `  counterexample: ${counterexample.values}`,
    `  replay with seed ${counterexample.seed}, path ${counterexample.path} (${counterexample.shrinks} shrinks)`,
  ];
  return ['', `✗ ${name}`, ...message.split('\n').map((line) => `  ${line}`), ...(replay ?? [])];
}

function diagnostic({ file, line, code, message }: Diagnostic, files: Files): string {
  return `${file === 'solution' ? files.solution : files.tests}:${line}: TS${code}: ${message}`;
}

function named(side: string | undefined, files: Files): string {
  if (side === 'solution') return `${files.solution}: `;
  return side === 'suite' ? `${files.tests}: ` : '';
}
