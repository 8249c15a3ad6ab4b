import type { Outcome } from '../core/fault.ts';
import type { Check, Side, Verdict } from '../core/verdict.ts';
import type { Examined } from '../verify/examine.ts';
import type { RowId } from './input-row.ts';

/** A verdict as rows show it: its evidence, and the side to blame only where that can be told. */
export type VerdictRow = { readonly kind: Verdict['kind'] } & Readonly<Record<string, unknown>>;

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

function verdictRow(verdict: Verdict): VerdictRow {
  switch (verdict.kind) {
    case 'accepted':
      return { kind: verdict.kind };
    case 'malformed':
      return { kind: verdict.kind, ...told(verdict.side), stage: verdict.stage, message: verdict.message };
    case 'ill-typed':
      return { kind: verdict.kind, ...told(verdict.side), diagnostics: verdict.diagnostics };
    case 'refuted':
      return { kind: verdict.kind, by: checkRow(verdict.by), failed: verdict.failed, total: verdict.total };
    case 'stopped':
      return { kind: verdict.kind, ...told(verdict.side), limit: verdict.limit };
    case 'tampered':
      return { kind: verdict.kind, what: verdict.what };
    case 'flaky':
      return { kind: verdict.kind, first: verdict.first.map(checkRow), second: verdict.second.map(checkRow) };
  }
}

function told(side: Side): { readonly side?: Side } {
  return side === 'unknown' ? {} : { side };
}

/** A check with its fields in one order, whoever made it. */
function checkRow({ name, outcome, message, counterexample }: Check): Check {
  return {
    name,
    outcome,
    ...(message !== undefined && { message }),
    ...(counterexample !== undefined && { counterexample }),
  };
}
