import { expect, test } from 'vitest';
import { outputRow } from '../../../src/check/output-row.ts';
import { ok } from '../../../src/core/fault.ts';
import type { Check, Verdict } from '../../../src/core/verdict.ts';

const failed: Check = {
  name: 'a',
  outcome: 'failed',
  message: 'no',
  counterexample: { values: '[0]', seed: 1, path: '0', shrinks: 2 },
};
const passed: Check = { name: 'a', outcome: 'passed' };
const diagnostic = { file: 'suite', line: 3, code: 2322, message: 'no' } as const;

test.each<[Verdict, object]>([
  [{ kind: 'accepted', checks: [passed] }, { kind: 'accepted' }],
  [
    { kind: 'malformed', side: 'solution', stage: 'parse', message: 'x' },
    { kind: 'malformed', side: 'solution', stage: 'parse', message: 'x' },
  ],
  [
    { kind: 'ill-typed', side: 'suite', diagnostics: [diagnostic] },
    { kind: 'ill-typed', side: 'suite', diagnostics: [diagnostic] },
  ],
  [
    { kind: 'refuted', by: failed, failed: 1, total: 2 },
    { kind: 'refuted', by: failed, failed: 1, total: 2 },
  ],
  [
    { kind: 'stopped', side: 'unknown', limit: 'memory' },
    { kind: 'stopped', limit: 'memory' },
  ],
  [
    { kind: 'tampered', what: 'x' },
    { kind: 'tampered', what: 'x' },
  ],
  [
    { kind: 'flaky', first: [passed], second: [failed] },
    { kind: 'flaky', first: [passed], second: [failed] },
  ],
])('$kind keeps its evidence, and names a side only where it is known', (verdict, shown) => {
  const row = outputRow({ id: 1, extra: { a: 1 } }, ok({ verdict, tests: [failed], durationMs: 1.23456 }));
  expect(row).toEqual({ id: 1, verdict: shown, tests: [failed], duration_ms: 1.23, extra: { a: 1 } });
});

test('a fault is no verdict', () => {
  const fault = { boundary: 'sandbox', code: 'closed', retryable: true, message: 'x' } as const;
  expect(outputRow({ id: 'a' }, { ok: false, fault })).toEqual({
    id: 'a',
    fault: { boundary: 'sandbox', code: 'closed', message: 'x' },
  });
});
