import { contentId } from '../core/id.ts';
import type {
  LabelRow,
  PairRow,
  PreferenceRow,
  RejectedRow,
  RepairRow,
  RevisionRow,
  SampleRow,
  TaskRatingRow,
} from '../core/rows.ts';
import { taskPrompt } from '../core/task-prompt.ts';
import type { ItemKind } from '../core/store.ts';
import type { ExportRow } from '../export/dataset.ts';
import type { AdmittedLane } from './admit.ts';
import type { RunPorts } from './ports.ts';
import { rejectedRow } from './rows.ts';
import { keptSamples } from './rounds.ts';

/** The rows of a run as streams from the store, in canonical order: by lane, then as each lane recorded them. */
export interface RowStreams {
  samples(): AsyncIterable<SampleRow>;
  pairs(): AsyncIterable<PairRow>;
  rejected(): AsyncIterable<RejectedRow>;
  preferences(): AsyncIterable<PreferenceRow>;
  repairs(): AsyncIterable<RepairRow>;
  labels(): AsyncIterable<LabelRow>;
  ratings(): AsyncIterable<TaskRatingRow>;
  revisions(): AsyncIterable<RevisionRow>;
  exported(): AsyncIterable<ExportRow>;
}

/** A kept sample as the files show it. */
export interface Presented {
  readonly sample: SampleRow;
  readonly pairs: readonly PairRow[];
}

/** Makes of a kept sample, and the pairs that its backtranslation gave, what the files show; undefined: nothing. */
export type Present = (sample: SampleRow, pairs: readonly PairRow[]) => Presented | undefined;

const withItsStatement: Present = (sample, pairs) => ({ sample, pairs: [statementPair(sample), ...pairs] });

export function rowStreams(
  ports: RunPorts,
  lanes: readonly AdmittedLane[],
  present: Present = withItsStatement,
): RowStreams {
  const laneItems = async <T>(lane: AdmittedLane, kind: ItemKind): Promise<readonly T[]> =>
    (await ports.store.items(ports.run, { kind: 'lane', key: lane.draw.key }, kind)) as readonly T[];
  const backItems = async <T>(sample: string, kind: ItemKind): Promise<readonly T[]> =>
    (await ports.store.items(ports.run, { kind: 'backtranslation', key: sample }, kind)) as readonly T[];

  const ofKept = async function* <T extends { readonly sample: string }>(kind: ItemKind): AsyncIterable<T> {
    for (const lane of lanes) {
      const rows = await laneItems<T>(lane, kind);
      yield* rows.filter(({ sample }) => lane.kept.includes(sample));
    }
  };

  const presented = async function* (): AsyncIterable<Presented> {
    for (const lane of lanes) {
      for (const sample of await keptSamples(ports, lane)) {
        const shown = present(sample, await backItems<PairRow>(sample.id, 'pair'));
        if (shown) yield shown;
      }
    }
  };

  const exported = async function* (): AsyncIterable<ExportRow> {
    for await (const { sample, pairs } of presented()) {
      for (const pair of pairs) yield { pair, task: sample.task.id, verification: sample.verification };
    }
  };

  return {
    exported,
    async *samples() {
      for await (const { sample } of presented()) yield sample;
    },
    async *pairs() {
      for await (const { pair } of exported()) yield pair;
    },
    async *rejected() {
      for (const lane of lanes) {
        yield* await laneItems<RejectedRow>(lane, 'rejected');
        yield* (await laneItems<SampleRow>(lane, 'accepted')).flatMap((sample) => duplicateRow(lane, sample));
        for (const sample of lane.kept) yield* await backItems<RejectedRow>(sample, 'rejected');
      }
    },
    preferences: () => ofKept<PreferenceRow>('preference'),
    repairs: () => ofKept<RepairRow>('repair'),
    labels: () => ofKept<LabelRow>('label'),
    async *revisions() {
      for (const lane of lanes) yield* await laneItems<RevisionRow>(lane, 'revision');
    },
    async *ratings() {
      for (const lane of lanes) yield* await laneItems<TaskRatingRow>(lane, 'rating');
    },
  };
}

/** A kept task is itself a verified description of its solution. */
function statementPair(sample: SampleRow): PairRow {
  return {
    id: contentId('pair', ['statement', sample.id]),
    direction: 'description-to-code',
    source: 'statement',
    description: taskPrompt(sample.task),
    code: sample.solution,
    sample: sample.id,
    lineage: sample.lineage,
  };
}

function duplicateRow(lane: AdmittedLane, sample: SampleRow): RejectedRow[] {
  const of = lane.duplicates.get(sample.id);
  if (of === undefined) return [];
  const { id, task, solution, tests, lineage } = sample;
  return [rejectedRow({ stage: 'deduplicate', reason: { kind: 'duplicate', of }, task, solution, tests, lineage }, id)];
}
