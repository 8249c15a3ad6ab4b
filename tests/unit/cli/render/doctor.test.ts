import { expect, test } from 'vitest';
import { renderChecks, renderVerdict } from '../../../../src/cli/render/doctor.ts';
import type { DoctorCheck } from '../../../../src/pipeline/doctor/check.ts';

const checks: readonly DoctorCheck[] = [
  { group: 'endpoint', name: 'completion', state: 'ok', found: 'it answers' },
  {
    group: 'endpoint',
    name: 'structured output',
    state: 'note',
    found: 'none \u001B[31m',
    advice: 'word '.repeat(40).trim(),
  },
  { group: 'endpoint', name: 'key', state: 'problem', found: 'wrong', advice: 'Take another.' },
];

test('findings fit 80 columns, have no escape codes where nobody looks, and say what to do', () => {
  const text = renderChecks(checks);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(text).not.toContain('\u001B');
  expect(text).toContain('  PROBLEM key               wrong\n                            → Take another.\n');
});

test('the end says what it comes to', () => {
  expect(renderVerdict(checks)).toBe('\n1 of 3 checks found a problem; 1 note above.\n');
  expect(renderVerdict(checks.slice(0, 1))).toBe('\nNothing stands in the way of a run.\n');
  expect(renderChecks([])).toBe('');
});
