import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../src/verify/verdict-of.ts';
import type { Report, TestReport } from '../../../sandbox/index.ts';

const passed: TestReport = { name: 'a', outcome: 'passed' };
const skipped: TestReport = { name: 'b', outcome: 'skipped' };
const failed: TestReport = { name: 'c', outcome: 'failed', message: 'expected 1 to be 2' };
const later: TestReport = { name: 'd', outcome: 'failed' };
const ran = (...tests: readonly TestReport[]): Report => ({
  kind: 'ran',
  isolation: 'separate-isolates',
  tests,
  console: '',
});

describe('verdictOf', () => {
  test('accepts when a test ran and none failed', () => {
    expect(verdictOf(ran(passed))).toEqual({ kind: 'accepted', checks: [passed] });
    expect(verdictOf(ran(skipped, passed))).toEqual({ kind: 'accepted', checks: [skipped, passed] });
  });

  test('refutes by the first failure, and counts those that failed and those that ran', () => {
    const verdict = verdictOf(ran(passed, skipped, failed, later));
    expect(verdict).toEqual({ kind: 'refuted', by: failed, failed: 2, total: 3 });
  });

  test.each([
    ['without any test', ran()],
    ['that skips every test', ran(skipped)],
  ])('proves nothing by a suite %s', (_what, report) => {
    expect(verdictOf(report)).toEqual({ kind: 'malformed', side: 'suite', stage: 'link', message: 'no test ran' });
  });

  test.each<Report>([
    { kind: 'malformed', side: 'solution', stage: 'parse', message: 'Unexpected token' },
    { kind: 'stopped', side: 'unknown', limit: 'memory' },
    { kind: 'tampered', what: 'expect was replaced' },
  ])('says what else happened: %j', (report) => {
    expect(verdictOf(report)).toEqual(report);
  });
});
