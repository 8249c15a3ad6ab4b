import { expect, test } from 'vitest';
import { auditMarkdown } from '../../../../src/bench/audit/markdown.ts';
import { type AuditRow, auditSummary, untrusted } from '../../../../src/bench/audit/summary.ts';

const mutant = { line: 1, mutator: 'Arithmetic', original: 'a + b', replacement: 'a - b' };
const rows: readonly AuditRow[] = [
  {
    task_id: 'a',
    finding: 'sound',
    because: [],
    mutation: {
      kind: 'scored',
      total: 9,
      killed: 4,
      stopped: 1,
      survived: [mutant],
      uncovered: [mutant],
      equivalent: 2,
      untried: 0,
      acceptedStubs: [],
    },
  },
  { task_id: 'b', finding: 'weak', because: ['a | pipe'] },
  { task_id: 'c', finding: 'wrong', because: ['x'] },
  { task_id: 'd', finding: 'unchecked', because: ['y'] },
];

test('counts problems by finding and mutants over all of them', () => {
  expect(auditSummary(rows, 'digest')).toEqual({
    problems: 4,
    digest: 'digest',
    found: { sound: ['a'], weak: ['b'], wrong: ['c'], flaky: [], unchecked: ['d'] },
    mutants: { noticed: 5, missed: 2, equivalent: 2 },
  });
});

test('leaves out of a strengthened score what is wrong, flaky or weak, and not what could not be checked', () => {
  expect(untrusted(auditSummary(rows, 'digest'))).toEqual(['c', 'b']);
});

test('the page names every problem that is not sound, and no cell breaks its table', () => {
  const page = auditMarkdown(auditSummary(rows, 'digest'), rows, 'set.jsonl');
  expect(page).toContain('# Audit of set.jsonl');
  expect(page).toContain('| b | weak | a \\| pipe |');
  expect(page).toContain('| d | unchecked | y |');
  expect(page).not.toContain('| a | sound');
});
