/** What came into a stage and where it went: `in = kept + Σdropped + Σfaults + pending`. */
export interface StageCounts {
  /** What the stage counts, such as `solution`. */
  readonly unit: string;
  readonly in: number;
  readonly kept: number;
  readonly dropped: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  /** Entered and not decided yet, or beyond the target. */
  readonly pending: number;
  /** What the stage gave to later ones, by unit. */
  readonly made: Readonly<Record<string, number>>;
}

export const stageNames = [
  'draw',
  'screen',
  'task',
  'evolve',
  'solve',
  'tests',
  'revise',
  'repair',
  'judge',
  'support',
  'decide',
  'decontaminate',
  'cohere',
  'deduplicate',
  'describe',
  'roundtrip',
] as const;

export type StageName = (typeof stageNames)[number];
export type StageTable = Readonly<Record<StageName, StageCounts>>;

const units: Readonly<Record<StageName, string>> = {
  draw: 'seed',
  screen: 'snippet',
  task: 'draw',
  evolve: 'evolution',
  solve: 'solution-request',
  tests: 'suite-request',
  revise: 'draft',
  repair: 'repair-request',
  judge: 'candidate',
  support: 'suite',
  decide: 'solution',
  decontaminate: 'accepted',
  cohere: 'uncontaminated',
  deduplicate: 'coherent',
  describe: 'code',
  roundtrip: 'description',
};

/** What can happen to one thing in a stage. */
export type Fate =
  | { readonly kind: 'kept' }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'faulted'; readonly code: string }
  | { readonly kind: 'pending' };

/** Counts as things enter and leave stages; one tally for each part of the work, added up at the end. */
export class Tally {
  readonly #stages = new Map<StageName, Counts>();

  /** One thing entered a stage and left it so. */
  count(stage: StageName, fate: Fate, times = 1): void {
    const counts = this.#of(stage);
    counts.in += times;
    if (fate.kind === 'kept') counts.kept += times;
    else if (fate.kind === 'pending') counts.pending += times;
    else if (fate.kind === 'dropped') increase(counts.dropped, fate.reason, times);
    else increase(counts.faults, fate.code, times);
  }

  /** A stage gave things of a unit to later stages. */
  make(stage: StageName, unit: string, times = 1): void {
    if (times > 0) increase(this.#of(stage).made, unit, times);
  }

  add(other: StageTable): void {
    for (const stage of stageNames) {
      const [into, from] = [this.#of(stage), other[stage]];
      into.in += from.in;
      into.kept += from.kept;
      into.pending += from.pending;
      for (const part of ['dropped', 'faults', 'made'] as const) {
        for (const [key, times] of Object.entries(from[part])) increase(into[part], key, times);
      }
    }
  }

  table(): StageTable {
    const entries = stageNames.map((stage) => [stage, { unit: units[stage], ...sorted(this.#of(stage)) }]);
    return Object.fromEntries(entries) as StageTable;
  }

  #of(stage: StageName): Counts {
    const known = this.#stages.get(stage);
    if (known) return known;
    const fresh = { in: 0, kept: 0, dropped: {}, faults: {}, pending: 0, made: {} };
    this.#stages.set(stage, fresh);
    return fresh;
  }
}

/** What does not add up, one sentence for each stage; empty when every row is accounted for. */
export function unbalanced(table: StageTable): string[] {
  return stageNames.flatMap((stage, index) => {
    const counts = table[stage];
    const out = counts.kept + total(counts.dropped) + total(counts.faults) + counts.pending;
    const made = stageNames.slice(0, index).reduce((sum, earlier) => sum + (table[earlier].made[counts.unit] ?? 0), 0);
    const problems: string[] = [];
    if (out !== counts.in)
      problems.push(`stage ${stage}: ${counts.in} ${counts.unit} came in, ${out} are accounted for`);
    if (index > 0 && made !== counts.in) {
      problems.push(`stage ${stage}: earlier stages made ${made} ${counts.unit}, ${counts.in} came in`);
    }
    return problems;
  });
}

/** The sum of a record of counts. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, times) => sum + times, 0);
}

interface Counts {
  in: number;
  kept: number;
  dropped: Record<string, number>;
  faults: Record<string, number>;
  pending: number;
  made: Record<string, number>;
}

function increase(counts: Record<string, number>, key: string, times: number): void {
  counts[key] = (counts[key] ?? 0) + times;
}

function sorted(counts: Counts): Counts {
  const inOrder = (part: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { ...counts, dropped: inOrder(counts.dropped), faults: inOrder(counts.faults), made: inOrder(counts.made) };
}
