import type {
  PairRow,
  PreferenceRow,
  RejectedRow,
  RepairRow,
  RevisionRow,
  SampleRow,
  TaskRatingRow,
} from '../../core/rows.ts';
import { solutionStories, suiteStories } from './candidates.ts';
import type { JudgedSample, LaneFacts } from './lane-facts.ts';
import type { RowKind, Story } from './story.ts';

/** Which of a draw's rows a story is about. */
type Found =
  | { readonly kind: 'sample'; readonly sample: JudgedSample }
  | { readonly kind: 'task'; readonly rating: TaskRatingRow | undefined; readonly task: string }
  | { readonly kind: 'rejected'; readonly row: RejectedRow }
  | { readonly kind: 'pair'; readonly row: PairRow }
  | { readonly kind: 'preference'; readonly row: PreferenceRow }
  | { readonly kind: 'repair'; readonly row: RepairRow }
  | { readonly kind: 'revision'; readonly row: RevisionRow };

/** The story of one of a draw's rows, by its id; undefined where the draw has no such row. */
export function tellStory(facts: LaneFacts, id: string): Story | undefined {
  const found = findRow(facts, id);
  if (!found) return undefined;
  const judged = sampleOf(facts, found);
  const sample = judged?.row;
  const task = taskOf(facts, found) ?? sample?.task;
  const own = { task: task?.id ?? '', solution: sample?.solution ?? solutionOf(found) };
  const lineage = sample?.lineage ?? lineageOf(found);
  const ofSample = <T extends { readonly sample: string }>(rows: readonly T[]): T[] =>
    found.kind === 'task' ? [...rows] : rows.filter((row) => row.sample === sample?.id);
  return {
    id,
    kind: kindOf(found),
    from: facts.from,
    gaps: gapsOf(facts),
    seed: seedOf(facts),
    ancestors: lineage?.evolved_from ?? [],
    ...(task && { task }),
    ...ratingOf(facts, task?.id),
    ...(lineage && { lineage }),
    requests: facts.requests,
    solutions: task ? solutionStories(facts, own) : [],
    suites: task ? suiteStories(facts, own) : [],
    ...('row' in found && { row: found.row }),
    ...(sample && judged && { sample, fate: judged.fate, evidence: sample.evidence, confidence: sample.confidence }),
    pairs: ofSample(facts.pairs),
    droppedDescriptions: sample ? descriptionsDropped(facts, sample) : [],
    preferences: ofSample(facts.preferences),
    repairs: ofSample(facts.repairs),
    revisions: facts.revisions.filter((row) => row.task.id === task?.id),
  };
}

function findRow(facts: LaneFacts, id: string): Found | undefined {
  const sample = facts.samples.find(({ row }) => row.id === id);
  if (sample) return { kind: 'sample', sample };
  const rows: readonly Extract<Found, { row: unknown }>[] = [
    ...facts.rejected.map((row) => ({ kind: 'rejected', row }) as const),
    ...facts.pairs.map((row) => ({ kind: 'pair', row }) as const),
    ...facts.preferences.map((row) => ({ kind: 'preference', row }) as const),
    ...facts.repairs.map((row) => ({ kind: 'repair', row }) as const),
    ...facts.revisions.map((row) => ({ kind: 'revision', row }) as const),
  ];
  const found = rows.find(({ row }) => row.id === id);
  if (found) return found;
  const rating = facts.ratings.find((row) => row.task.id === id || row.id === id);
  const tasks = [...facts.samples.map(({ row }) => row.task.id), ...facts.rejected.map(({ task }) => task?.id)];
  if (rating || tasks.includes(id)) return { kind: 'task', rating, task: rating?.task.id ?? id };
  return undefined;
}

function kindOf(found: Found): RowKind {
  if (found.kind !== 'sample') return found.kind;
  const { kind } = found.sample.fate;
  return kind === 'dropped' ? 'rejected' : kind === 'waiting' ? 'accepted' : 'kept';
}

function descriptionsDropped({ rejected }: LaneFacts, { task, tests }: SampleRow): RejectedRow[] {
  return rejected.filter((row) => isOfDescription(row) && row.tests === tests && row.task?.id === task.id);
}

function isOfDescription({ stage }: RejectedRow): boolean {
  return stage === 'describe' || stage === 'roundtrip';
}

function isOfCuration({ stage }: RejectedRow): boolean {
  return stage === 'decontaminate' || stage === 'cohere' || stage === 'deduplicate';
}

function sampleOf({ samples }: LaneFacts, found: Found): JudgedSample | undefined {
  switch (found.kind) {
    case 'sample':
      return found.sample;
    case 'pair':
    case 'preference':
    case 'repair':
      return samples.find(({ row }) => row.id === found.row.sample);
    case 'rejected': {
      const { row } = found;
      const part = isOfDescription(row) ? 'tests' : 'solution';
      const isOfSample = isOfDescription(row) || isOfCuration(row);
      return isOfSample ? samples.find((sample) => sample.row[part] === row[part]) : undefined;
    }
    case 'revision':
    case 'task':
      return undefined;
  }
}

function taskOf({ samples, rejected }: LaneFacts, found: Found): Story['task'] {
  if (found.kind === 'task') {
    const tasks = [...samples.map(({ row }) => row.task), ...rejected.map(({ task }) => task)];
    return found.rating?.task ?? tasks.find((task) => task?.id === found.task);
  }
  return found.kind === 'rejected' || found.kind === 'repair' || found.kind === 'revision' ? found.row.task : undefined;
}

function solutionOf(found: Found): string | undefined {
  return found.kind === 'rejected' ? found.row.solution : undefined;
}

function lineageOf(found: Found): Story['lineage'] {
  if (found.kind === 'task') return found.rating?.lineage;
  return found.kind === 'rejected' || found.kind === 'pair' ? found.row.lineage : undefined;
}

function ratingOf({ ratings }: LaneFacts, task: string | undefined): Pick<Story, 'rating'> {
  const found = ratings.find((row) => row.task.id === task);
  return found ? { rating: found.by_model } : {};
}

function seedOf({ key, draw }: LaneFacts): Story['seed'] {
  const [id = key, ...operators] = key.split('+');
  return { id: draw?.seed.id ?? id, operators: draw?.operators ?? operators, ...(draw && { text: draw.seed }) };
}

function gapsOf({ from, draw, matrix, requests }: LaneFacts): string[] {
  if (from === 'files') {
    return ['The store of the run is not there: this is told from the row files alone, without replies and verdicts.'];
  }
  const gaps: string[] = [];
  if (!draw) gaps.push('The run was made by an earlier version, which did not store which replies a row is made of.');
  else if (!matrix) gaps.push('No candidate was judged, so that there are no verdicts.');
  if (requests.some(({ key, reply }) => key !== undefined && !reply)) gaps.push('Some replies are no longer stored.');
  return gaps;
}
