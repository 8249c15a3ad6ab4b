import { describe, expect, test } from 'vitest';
import type { OutputRow } from '../../../src/check/output-row.ts';
import { checkSummary, renderCheckSummary } from '../../../src/cli/render/check-summary.ts';
import { renderPair } from '../../../src/cli/render/check.ts';

const files = { solution: 'sum.ts', tests: 'sum.test.ts' };
const failed = {
  name: 'sums > zero',
  outcome: 'failed',
  message: 'expected 1\nto be 2',
  counterexample: { values: '[0,-1]', seed: 7, path: '3:1', shrinks: 4 },
} as const;
const passed = { name: 'sums', outcome: 'passed' } as const;

function rowWith(verdict: { readonly kind: string }, tests: readonly object[] = []): OutputRow {
  return { id: 'sum.ts', verdict, tests, duration_ms: 1 } as OutputRow;
}

describe('renderPair', () => {
  test.each<[OutputRow, string]>([
    [rowWith({ kind: 'accepted' }, [passed, { name: 'b', outcome: 'skipped' }]), 'accepted: 1 of 1 tests passed\n'],
    [
      rowWith({ kind: 'refuted' }, [passed, failed]),
      'refuted: 1 of 2 tests passed\n\n✗ sums > zero\n  expected 1\n  to be 2\n' +
        '  counterexample: [0,-1]\n  replay with seed 7, path 3:1 (4 shrinks)\n',
    ],
    [
      rowWith({ kind: 'malformed', side: 'suite', message: 'no test ran' } as never),
      'malformed\n  sum.test.ts: no test ran\n',
    ],
    [
      rowWith({
        kind: 'ill-typed',
        diagnostics: [{ file: 'solution', line: 3, code: 2322, message: 'Type' }],
      } as never),
      'ill-typed\n  sum.ts:3: TS2322: Type\n',
    ],
    [rowWith({ kind: 'stopped', limit: 'wall' } as never), 'stopped\n  it did not come to an end\n'],
    [
      rowWith({ kind: 'tampered', what: 'Promise was replaced' } as never),
      'tampered\n  it tried to influence its own grading: Promise was replaced\n',
    ],
    [
      { id: 'a', fault: { boundary: 'sandbox', code: 'child-killed', message: 'killed' } },
      'not judged: killed (sandbox: child-killed)\n',
    ],
  ])('%#', (row, text) => {
    expect(renderPair(row, files)).toBe(text);
  });

  test('names the failure of the run that a flaky solution failed', () => {
    const text = renderPair(rowWith({ kind: 'flaky', first: [passed], second: [failed] } as never, [failed]), files);
    expect(text).toContain('passed in one run and failed in another');
    expect(text).toContain('✗ sums > zero');
  });

  test('lets nothing through that could write on a terminal', () => {
    const name = 'a\u001B[2Jb\u202Ec\rd\u0007';
    const text = renderPair(rowWith({ kind: 'refuted' }, [{ ...failed, name }]), files);
    expect(text).toContain('✗ a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFD\n');
  });
});

test('the summary names what there is, the most frequent first', () => {
  const counts = { rows: 12, verdicts: { refuted: 1, accepted: 9 }, faults: { closed: 2 }, skippedLines: 3 };
  const summary = checkSummary({ counts, resumedRows: 2 }, { input: 'in', output: 'out', elapsedMs: 2000 });
  expect(summary).toMatchObject({ seconds: 2, rows_per_second: 5, skipped_lines: 3, resumed_rows: 2 });
  expect(renderCheckSummary(summary)).toBe(
    `rows        12, 2 of them judged before
verdicts    9 accepted, 1 refuted
not judged  2 closed (each row says why)
skipped     3 bad lines
time        2 s, 5 rows/s
file        out
`,
  );
});
