import type { MutationEvidence } from '../../core/evidence.ts';
import type { Finding, Tried } from './finding.ts';

/** A row of `audit.jsonl`. */
export interface AuditRow {
  readonly task_id: string;
  readonly finding: Finding;
  readonly because: readonly string[];
  readonly canonical?: Tried;
  readonly buggy?: Tried;
  readonly mutation?: MutationEvidence;
}

/** `audit.json`: which problems deserve what trust. */
export interface AuditSummary {
  readonly problems: number;
  readonly digest: string;
  /** Problems by what was found, in the order of the set. */
  readonly found: Readonly<Record<Finding, readonly string[]>>;
  /** Mutants of all canonical solutions together, those left out that nothing tells from the original. */
  readonly mutants: { readonly noticed: number; readonly missed: number; readonly equivalent: number };
}

/** Sums up what an audit found. */
export function auditSummary(rows: readonly AuditRow[], digest: string): AuditSummary {
  const having = (wanted: Finding): string[] =>
    rows.filter(({ finding }) => finding === wanted).map(({ task_id: id }) => id);
  const scored = rows.flatMap(({ mutation }) => (mutation?.kind === 'scored' ? [mutation] : []));
  const sum = (of: (one: (typeof scored)[number]) => number): number => scored.reduce((all, one) => all + of(one), 0);
  return {
    problems: rows.length,
    digest,
    found: {
      sound: having('sound'),
      weak: having('weak'),
      wrong: having('wrong'),
      flaky: having('flaky'),
      unchecked: having('unchecked'),
    },
    mutants: {
      noticed: sum(({ killed, stopped }) => killed + stopped),
      missed: sum(({ survived, uncovered }) => survived.length + uncovered.length),
      equivalent: sum(({ equivalent }) => equivalent),
    },
  };
}

/** The problems that a strengthened score leaves out: whose tests cannot be trusted. */
export function untrusted({ found }: AuditSummary): readonly string[] {
  return [...found.wrong, ...found.flaky, ...found.weak];
}
