import type { Outcome } from '../core/fault.ts';
import type { Check } from '../core/verdict.ts';
import { checkRow, verdictRow, type VerdictRow } from '../pipeline/batch/verdict-row.ts';
import type { Examined } from '../verify/examine.ts';
import type { RowId } from './input-row.ts';

/** What comes out for a row that went in. */
export type OutputRow = { readonly id: RowId; readonly extra?: Readonly<Record<string, unknown>> } & (
  | { readonly verdict: VerdictRow; readonly tests: readonly Check[]; readonly duration_ms: number }
  | { readonly fault: { readonly boundary: string; readonly code: string; readonly message: string } }
);

export function outputRow(
  { id, extra }: { readonly id: RowId; readonly extra?: Readonly<Record<string, unknown>> | undefined },
  examined: Outcome<Examined>,
): OutputRow {
  const more = extra && { extra };
  if (!examined.ok) {
    const { boundary, code, message } = examined.fault;
    return { id, fault: { boundary, code, message }, ...more };
  }
  const { verdict, tests, durationMs } = examined.value;
  const rounded = Math.round(durationMs * 100) / 100;
  return { id, verdict: verdictRow(verdict), tests: tests.map(checkRow), duration_ms: rounded, ...more };
}
