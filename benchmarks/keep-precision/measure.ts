import type { SolutionDefect } from '../../problem-seeds/key/key.ts';
import { suitesBeside, traceSolutions, type SuiteBeside, type Traced } from './fates.ts';
import { passingAnySuite } from './floor.ts';
import { compareReasons, reasonOf, type ReasonTable } from './reasons.ts';
import { recordedSeed } from './recorded.ts';
import { compareRoundTrips, type RoundTrips } from './round-trips.ts';
import type { RunRows } from './run-rows.ts';

/** How many of some solutions are right, by the key. */
export interface Share {
  readonly all: number;
  readonly right: number;
  /** From 0 to 1; null of none. */
  readonly share: number | null;
}

export interface WrongKept {
  readonly seed: string;
  readonly solution: string;
  readonly sample: string;
  readonly defect: SolutionDefect;
  readonly note: string;
  readonly confidence: number;
  readonly suites: readonly SuiteBeside[];
}

export interface RightDropped {
  readonly seed: string;
  readonly solution: string;
  readonly stage: string;
  readonly reason: string;
  readonly note: string;
}

export interface KeepMeasure {
  readonly seeds: number;
  /** Recorded solutions that the run asked for. */
  readonly sampled: Share;
  /** Sampled solutions in no row: unjudged, or beyond the target. */
  readonly open: number;
  /** Rows about solutions that are not recorded. */
  readonly strangers: number;
  readonly kept: Share;
  /** Of the right sampled solutions: kept, or dropped as a near-duplicate of a kept right one. */
  readonly recall: Share;
  /** Kept of the sampled, from 0 to 1. */
  readonly yield: number | null;
  /** The naive rule on the same verdicts, near-duplicates included on both sides; null where they are not known. */
  readonly floor: { readonly anySuite: Share; readonly accepted: Share } | null;
  readonly roundTrips: RoundTrips;
  readonly wrongKept: readonly WrongKept[];
  readonly rightDropped: readonly RightDropped[];
  readonly reasons: ReasonTable;
}

/** Compares a run's rows with the key. */
export async function measure(run: RunRows): Promise<KeepMeasure> {
  const drawn = [...new Set([...run.samples, ...run.rejected].map(({ lineage }) => lineage.seed))].toSorted();
  const seeds = await Promise.all(drawn.map(recordedSeed));
  const { traced, strangers } = traceSolutions(run, seeds);
  const kept = traced.filter(({ fate }) => fate.kind === 'kept');
  const right = traced.filter(isRight);
  const recalled = right.filter((one) => one.fate.kind === 'kept' || isDuplicateOfRight(one, kept));
  const anySuite = await passingAnySuite(run.dir, traced);
  return {
    seeds: seeds.length,
    sampled: shareRight(traced),
    open: traced.filter(({ fate }) => fate.kind === 'open').length,
    strangers,
    kept: shareRight(kept),
    recall: share(right.length, recalled.length),
    yield: share(traced.length, kept.length).share,
    floor: anySuite ? { anySuite: shareRight(anySuite), accepted: shareRight(traced.filter(isAccepted)) } : null,
    roundTrips: compareRoundTrips(run, seeds),
    wrongKept: kept.flatMap((one) => wrongKept(run, one)),
    rightDropped: right.filter((one) => !recalled.includes(one)).flatMap(rightDropped),
    reasons: compareReasons(traced),
  };
}

function isRight({ solution }: Traced): boolean {
  return solution.truth.truth === 'right';
}

/** Kept, or dropped only because something near it was kept. */
function isAccepted({ fate }: Traced): boolean {
  return fate.kind === 'kept' || (fate.kind === 'dropped' && fate.row.reason.kind === 'duplicate');
}

function isDuplicateOfRight({ fate }: Traced, kept: readonly Traced[]): boolean {
  if (fate.kind !== 'dropped' || fate.row.reason.kind !== 'duplicate') return false;
  const original = fate.row.reason['of'];
  return kept.some((one) => one.fate.kind === 'kept' && one.fate.row.id === original && isRight(one));
}

function wrongKept(run: RunRows, { seed, solution, fate }: Traced): WrongKept[] {
  if (fate.kind !== 'kept' || solution.truth.truth === 'right') return [];
  const { defect, note } = solution.truth;
  const { id: sample, confidence } = fate.row;
  const suites = suitesBeside(run, seed, { kept: fate.row, solution });
  return [{ seed: seed.seed, solution: solution.name, sample, defect, note, confidence, suites }];
}

function rightDropped({ seed, solution, fate }: Traced): RightDropped[] {
  if (fate.kind !== 'dropped') return [];
  const { stage, reason } = fate.row;
  return [{ seed: seed.seed, solution: solution.name, stage, reason: reasonOf(reason), note: solution.truth.note }];
}

function shareRight(traced: readonly Traced[]): Share {
  return share(traced.length, traced.filter(isRight).length);
}

function share(all: number, right: number): Share {
  return { all, right, share: all === 0 ? null : right / all };
}
