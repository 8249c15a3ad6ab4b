import type { Check, NonEmpty, Verdict } from '../core/verdict.ts';
import type { Report } from '../../sandbox/index.ts';

/** Reads a sandbox's report as a verdict: accepted when at least one test ran and none failed. */
export function verdictOf(report: Report): Verdict {
  switch (report.kind) {
    case 'ran':
      return verdictOfChecks(report.tests);
    case 'malformed':
      return { kind: 'malformed', side: report.side, stage: report.stage, message: report.message };
    case 'stopped':
      return { kind: 'stopped', side: report.side, limit: report.limit };
    case 'tampered':
      return { kind: 'tampered', what: report.what };
  }
}

function verdictOfChecks(checks: readonly Check[]): Verdict {
  const failures = checks.filter((check) => check.outcome === 'failed');
  const [failure] = failures;
  const total = checks.filter((check) => check.outcome !== 'skipped').length;
  if (failure) return { kind: 'refuted', by: failure, failed: failures.length, total };
  if (total === 0) return { kind: 'malformed', side: 'suite', stage: 'link', message: 'no test ran' };
  return { kind: 'accepted', checks: checks as NonEmpty<Check> };
}
