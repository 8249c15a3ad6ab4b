import type { Outcome } from '../../../sandbox/index.ts';

type Report = Extract<Outcome, { ok: true }>['report'];

/** What a case may end as. A verdict of tampering counts as a refutation. */
export type Expectation =
  | 'accepted'
  | 'ran'
  | 'refuted'
  | 'refuted-throughout'
  | 'malformed'
  | 'timeout'
  | 'memory'
  | 'output'
  | 'rejected';

const meanings: Readonly<Record<Expectation, (report: Report) => boolean>> = {
  accepted: (report) => report.kind === 'ran' && count(report, 'passed') > 0 && count(report, 'failed') === 0,
  ran: (report) => report.kind === 'ran',
  refuted: (report) => report.kind === 'tampered' || count(report, 'failed') > 0,
  'refuted-throughout': (report) =>
    report.kind === 'tampered' || (count(report, 'failed') > 0 && count(report, 'passed', 'skipped') === 0),
  malformed: (report) => report.kind === 'malformed',
  timeout: (report) => report.kind === 'stopped' && (report.limit === 'cpu' || report.limit === 'wall'),
  memory: (report) => report.kind === 'stopped' && (report.limit === 'memory' || report.limit === 'crash'),
  output: (report) => report.kind === 'stopped' && report.limit === 'output',
  rejected: (report) => !meanings.accepted(report),
};

/** Reads alternatives such as `timeout|memory`. Throws for a word that means nothing here. */
export function parseExpectations(text: string): readonly Expectation[] {
  return text.split('|').map((word) => {
    if (!isExpectation(word)) throw new Error(`there is no expectation '${word}'`);
    return word;
  });
}

function isExpectation(word: string): word is Expectation {
  return Object.hasOwn(meanings, word);
}

/** Whether a case ended as one of the expectations says. A fault of the machinery is never expected. */
export function isExpected(outcome: Outcome, expectations: readonly Expectation[]): boolean {
  return outcome.ok && expectations.some((expectation) => meanings[expectation](outcome.report));
}

function count(report: Report, ...outcomes: readonly string[]): number {
  return report.kind === 'ran' ? report.tests.filter((test) => outcomes.includes(test.outcome)).length : 0;
}

const maxMessage = 300;

/** One line about an outcome, for a person who looks for what went wrong. */
export function describeOutcome(outcome: Outcome): string {
  if (!outcome.ok) return `fault ${outcome.fault.code}: ${outcome.fault.message}`.slice(0, maxMessage);
  const { report } = outcome;
  switch (report.kind) {
    case 'stopped':
      return `stopped: ${report.limit} (${report.side})`;
    case 'malformed':
      return `malformed: ${report.message}`.slice(0, maxMessage);
    case 'tampered':
      return `tampered: ${report.what}`.slice(0, maxMessage);
    case 'ran': {
      const failures = report.tests.filter((test) => test.outcome === 'failed');
      const first = failures[0] === undefined ? '' : `; ${failures[0].name}: ${failures[0].message ?? ''}`;
      const passed = report.tests.filter((test) => test.outcome === 'passed').map((test) => test.name);
      return `ran: ${failures.length} failed, passed [${passed.join(', ')}]${first}`.slice(0, maxMessage);
    }
  }
}
