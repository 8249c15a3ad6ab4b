import type { JudgeFileResult } from '../../pipeline/batch/judge-file.ts';

/** What `winnow check --json` prints for a file of rows. */
export interface CheckSummary {
  readonly input: string;
  readonly output: string;
  readonly rows: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly skipped_lines: number;
  /** Rows that an earlier invocation had judged. */
  readonly resumed_rows: number;
  readonly seconds: number;
  /** Of the rows that this invocation judged. */
  readonly rows_per_second: number;
}

export function checkSummary(
  { counts, resumedRows }: JudgeFileResult,
  { input, output, elapsedMs }: { readonly input: string; readonly output: string; readonly elapsedMs: number },
): CheckSummary {
  const seconds = elapsedMs / 1000;
  return {
    input,
    output,
    rows: counts.rows,
    verdicts: byCount(counts.verdicts),
    faults: byCount(counts.faults),
    skipped_lines: counts.skippedLines,
    resumed_rows: resumedRows,
    seconds: rounded(seconds),
    rows_per_second: rounded((counts.rows - resumedRows) / Math.max(seconds, 0.001)),
  };
}

/** The summary for people. */
export function renderCheckSummary(summary: CheckSummary): string {
  const { rows, verdicts, faults, skipped_lines: skipped, resumed_rows: resumed, output } = summary;
  const lines: readonly (readonly [string, string])[] = [
    ['rows', `${rows}${resumed > 0 ? `, ${resumed} of them judged before` : ''}`],
    ['verdicts', listed(verdicts)],
    ...(Object.keys(faults).length > 0 ? [['not judged', `${listed(faults)} (each row says why)`] as const] : []),
    ...(skipped > 0 ? [['skipped', `${skipped} bad lines`] as const] : []),
    ['time', `${summary.seconds} s, ${summary.rows_per_second} rows/s`],
    ...(output === '-' ? [] : [['file', output] as const]),
  ];
  return `${lines.map(([name, value]) => `${name.padEnd(12)}${value}`).join('\n')}\n`;
}

function listed(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  return entries.length === 0 ? 'none' : entries.map(([name, times]) => `${times} ${name}`).join(', ');
}

function byCount(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).toSorted(([, a], [, b]) => b - a));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
