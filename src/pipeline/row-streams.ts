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
import type { ItemKind } from '../core/store.ts';
import { statementPair } from '../export/to-items.ts';
import type { AdmittedLane } from './admission/admission.ts';
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

  return {
    async *samples() {
      for await (const { sample } of presented()) yield sample;
    },
    async *pairs() {
      for await (const { pairs } of presented()) yield* pairs;
    },
    async *rejected() {
      for (const lane of lanes) {
        yield* await laneItems<RejectedRow>(lane, 'rejected');
        yield* (await laneItems<SampleRow>(lane, 'accepted')).flatMap((sample) => droppedRow(lane, sample));
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

function droppedRow(lane: AdmittedLane, sample: SampleRow): RejectedRow[] {
  const drop = lane.dropped.get(sample.id);
  if (!drop) return [];
  const { id, task, solution, tests, lineage } = sample;
  return [rejectedRow({ ...drop, task, solution, tests, lineage }, id)];
}
