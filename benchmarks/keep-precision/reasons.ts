import type { SolutionDefect } from '../../problem-seeds/key/key.ts';
import type { Traced } from './fates.ts';

/** That nothing speaks for a solution enough is true of every wrong one. */
const ofAny = ['low-confidence', 'mutants-survive'];

const byExecution = ['refuted', 'no-agreement'];

/** The reasons that tell the truth about a defect; all others are told by running the code. */
const truthful: Readonly<Partial<Record<SolutionDefect, readonly string[]>>> = {
  'ill-typed': ['ill-typed'],
  truncated: ['malformed'],
  'wrong-language': ['malformed'],
  'wrong-entry-point': ['malformed', 'ill-typed'],
  'hallucinated-api': ['ill-typed', 'malformed'],
  'never-ends': ['stopped'],
  'mutated-input': [...byExecution, 'impure'],
  state: [...byExecution, 'impure', 'unsteady'],
};

export interface Mismatch {
  readonly seed: string;
  readonly solution: string;
  readonly defect: SolutionDefect;
  readonly reason: string;
  readonly note: string;
}

export interface ReasonTable {
  /** Defect → reason → how many wrong solutions with that defect were dropped for that reason. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly dropped: number;
  readonly mismatches: readonly Mismatch[];
}

/** Compares the reason of each wrong solution's drop with its true defect. */
export function compareReasons(traced: readonly Traced[]): ReasonTable {
  const drops = traced.flatMap(({ seed, solution, fate }): Mismatch[] => {
    const { truth, name } = solution;
    if (truth.truth === 'right' || fate.kind !== 'dropped') return [];
    const reason = reasonOf(fate.row.reason);
    return [{ seed: seed.seed, solution: name, defect: truth.defect, reason, note: truth.note }];
  });
  const byDefect = Map.groupBy(drops, ({ defect }) => defect);
  return {
    counts: Object.fromEntries([...byDefect].map(([defect, same]) => [defect, countBy(same)])),
    dropped: drops.length,
    mismatches: drops.filter(
      ({ defect, reason }) => ![...(truthful[defect] ?? byExecution), ...ofAny].includes(reason),
    ),
  };
}

/** The word under which a row's reason is counted, such as `refuted` or `no-agreement`. */
export function reasonOf(reason: Readonly<Record<string, unknown>>): string {
  return String(reason['kind'] === 'unproven' ? reason['because'] : reason['kind']);
}

function countBy(drops: readonly Mismatch[]): Record<string, number> {
  const byReason = Map.groupBy(drops, ({ reason }) => reason);
  return Object.fromEntries([...byReason].map(([reason, same]) => [reason, same.length]));
}
