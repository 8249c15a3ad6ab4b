import type { Check, Side, Verdict } from '../../core/verdict.ts';

/** A verdict as rows show it: its evidence, and the side to blame only where that can be told. */
export type VerdictRow = { readonly kind: Verdict['kind'] } & Readonly<Record<string, unknown>>;

/** The fields of a verdict that a row has, in one order. */
export function verdictRow(verdict: Verdict): VerdictRow {
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
export function checkRow({ name, outcome, message, counterexample }: Check): Check {
  return {
    name,
    outcome,
    ...(message !== undefined && { message }),
    ...(counterexample !== undefined && { counterexample }),
  };
}
