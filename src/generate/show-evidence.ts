import type { Diagnostic, RejectedVerdict } from '../core/verdict.ts';

/** More of one message would make the request long and help little. */
const mostCharacters = 2000;
const mostDiagnostics = 8;

const limits: Readonly<Record<Extract<RejectedVerdict, { kind: 'stopped' }>['limit'], string>> = {
  cpu: 'It did not come to an end in the time that is allowed.',
  wall: 'It did not come to an end in the time that is allowed.',
  memory: 'It used more memory than is allowed.',
  output: 'It printed more than is allowed.',
  crash: 'It brought down the process that ran it.',
};

/** What showed that a solution is wrong, for whoever is to correct it. */
export function showEvidence(verdict: RejectedVerdict): string {
  switch (verdict.kind) {
    case 'refuted':
      return refutation(verdict);
    case 'ill-typed':
      return `It does not pass a strict type check:\n${verdict.diagnostics.slice(0, mostDiagnostics).map(diagnosed).join('\n')}`;
    case 'stopped':
      return limits[verdict.limit];
    case 'malformed':
      return `It cannot be read: ${cut(verdict.message)}`;
    case 'flaky':
      return 'The same tests pass once and fail another time.';
    case 'tampered':
      return `It interferes with its own tests: ${cut(verdict.what)}`;
  }
}

function refutation({ by, failed, total }: Extract<RejectedVerdict, { kind: 'refuted' }>): string {
  const { name, message, counterexample } = by;
  const parts = [
    `It fails ${failed} of ${total} tests. One of them is "${name}".`,
    ...(counterexample ? [`The smallest input found that breaks it: ${cut(counterexample.values)}`] : []),
    ...(message === undefined ? [] : [cut(message)]),
  ];
  return parts.join('\n');
}

function diagnosed({ file, line, code, message }: Diagnostic): string {
  return `${file === 'solution' ? 'line' : 'the tests, line'} ${line}: TS${code}: ${cut(message)}`;
}

function cut(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)} …`;
}
