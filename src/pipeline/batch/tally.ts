import type { JudgedRow } from './work.ts';

/** What has been written so far, by kind. */
export interface Counts {
  readonly rows: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly skippedLines: number;
}

export const nothingCounted: Counts = { rows: 0, verdicts: {}, faults: {}, skippedLines: 0 };

export function countRow(counts: Counts, { verdict, fault }: JudgedRow): Counts {
  const rows = counts.rows + 1;
  if (verdict) return { ...counts, rows, verdicts: oneMore(counts.verdicts, verdict.kind) };
  return { ...counts, rows, faults: oneMore(counts.faults, fault?.code ?? 'unknown') };
}

export function countSkipped(counts: Counts): Counts {
  return { ...counts, skippedLines: counts.skippedLines + 1 };
}

function oneMore(table: Readonly<Record<string, number>>, name: string): Readonly<Record<string, number>> {
  return { ...table, [name]: (table[name] ?? 0) + 1 };
}
