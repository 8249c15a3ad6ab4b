import { unbalanced, type StageTable } from '../../../../src/core/accounting.ts';
import type { Draw } from '../../../../src/core/draw.ts';
import type { RejectedRow, RepairRow, RevisionRow, SampleRow, TaskRatingRow } from '../../../../src/core/rows.ts';
import type { ItemKind } from '../../../../src/core/store.ts';
import { Admission } from '../../../../src/pipeline/admission/admission.ts';
import { runLane } from '../../../../src/pipeline/lane/lane.ts';
import { draw as plainDraw, scriptedLane, type Script, type ScriptedLane } from './scripted-lane.ts';

export interface WorkedLane extends ScriptedLane {
  readonly samples: readonly SampleRow[];
  readonly rejected: readonly RejectedRow[];
  readonly repairs: readonly RepairRow[];
  readonly revisions: readonly RevisionRow[];
  readonly ratings: readonly TaskRatingRow[];
  readonly stages: StageTable;
  /** What does not add up. */
  readonly problems: readonly string[];
  /** Every request, as `stage seed sample`. */
  readonly asked: readonly string[];
}

/** Works a scripted draw to its end, and reads what it made. */
export async function workedLane(script: Script, draw: Draw = plainDraw): Promise<WorkedLane> {
  const lane = await scriptedLane(script, 0);
  const { ports, llm } = lane;
  using admission = new Admission({ nearDuplicate: 1, target: null });
  const summary = await runLane(ports, draw);
  const rows = async <T>(kind: ItemKind): Promise<T[]> =>
    (await ports.store.items(ports.run, { kind: 'lane', key: draw.key }, kind)) as T[];
  admission.admit([{ draw, summary, samples: await rows('accepted') }]);
  const stages = admission.tally.table();
  return {
    ...lane,
    samples: await rows('accepted'),
    rejected: await rows('rejected'),
    repairs: await rows('repair'),
    revisions: await rows('revision'),
    ratings: await rows('rating'),
    stages,
    problems: unbalanced(stages),
    asked: llm.calls.map(({ label }) => `${label.stage} ${label.seed} ${label.sample}`),
  };
}

/** The names that the codes of rows carry. */
export function namesOf(rows: readonly { readonly solution?: string }[]): string[] {
  return rows.map(({ solution = '' }) => /\/\/ (\S+)/u.exec(solution)?.[1] ?? '');
}

export function fenced(code: string): string {
  return `\`\`\`ts\n${code}\`\`\``;
}
