import type { DropReason } from './decision.ts';
import type { Evidence } from './evidence.ts';
import type { Level } from './level.ts';
import type { RejectedVerdict } from './verdict.ts';

/** The rows that users read, with the field names of the files. */
export interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly signature: string;
  readonly entry_point: string;
  readonly difficulty: string;
  readonly topics: readonly string[];
  readonly kind: string;
  /** A JavaScript arrow function of the arguments that gives true for the valid ones; absent where all are. */
  readonly precondition?: string;
}

export interface LineageRow {
  readonly seed: string;
  /** Which of several draws of the seed; absent for the first. */
  readonly take?: number;
  /** Of a seed that is a piece of real code. */
  readonly source?: { readonly path: string; readonly licence?: string };
  readonly operators: readonly string[];
  /** Of an evolved task: the tasks before it, each with the operator that it was then changed by. */
  readonly evolved_from?: readonly AncestorRow[];
  /** Prompt name → content hash, for each prompt that led here. */
  readonly prompts: Readonly<Record<string, string>>;
  readonly model: string;
  /** The endpoint that answered, where there are several. */
  readonly endpoint?: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** `authored`: the replies were written for the offline model, `synthetic`: made up by it; neither is a model's. */
  readonly recorded: 'authored' | 'synthetic' | 'model';
}

/** A task that another was made from. */
export interface AncestorRow {
  readonly operator: string;
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly signature: string;
}

/** All that is needed to judge a row again. */
export interface VerificationRow {
  readonly solution: string;
  readonly tests: string;
  readonly language: 'ts' | 'js';
  readonly limits: Readonly<Record<string, number>>;
  /** Of the executions of this solution, made of the run's `seed`, the solution and the tests. */
  readonly seeds: readonly number[];
  readonly seed?: number;
  readonly types?: 'strict' | 'off';
  readonly isolation: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
  /** A hash of all of this but the versions, so that a change of it shows. */
  readonly sha256?: string;
}

export interface SampleRow {
  readonly id: string;
  /** What never stands in two splits; absent: the seed. */
  readonly group?: string;
  readonly task: TaskRow;
  readonly solution: string;
  readonly reasoning?: string;
  readonly tests: string;
  /** Absent where no smaller suite could be shown to do as much. */
  readonly minimal_tests?: MinimalTestsRow;
  readonly confidence: number;
  readonly evidence: Evidence;
  readonly verification: VerificationRow;
  readonly lineage: LineageRow;
  /** Fields of the input's row that mean nothing to Winnow. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A few of a suite's tests that kill the same mutants, and refute the same wrong solutions, as all of them. */
export interface MinimalTestsRow {
  readonly tests: string;
  /** Tests that are left, and that there were; `test.each` counts as one. */
  readonly kept: number;
  readonly of: number;
}

export interface PairRow {
  readonly id: string;
  readonly direction: 'description-to-code' | 'code-to-description';
  /** Where the description comes from: the task's own statement, or backtranslation. */
  readonly source: 'statement' | 'backtranslation';
  /** Of a backtranslation: how much the description says. */
  readonly level?: Level;
  readonly description: string;
  readonly code: string;
  /** TypeScript unless given. */
  readonly language?: 'ts' | 'js';
  readonly sample: string;
  readonly round_trip?: RoundTripRow;
  readonly lineage: LineageRow;
}

/** Proof that a description is enough to write the code again: a fresh solution passed the sample's tests. */
export interface RoundTripRow {
  readonly passed: boolean;
  /** Fresh solutions that were tried. */
  readonly attempts: number;
  /** The first that passed. */
  readonly solution: string;
  /** The share of them that passed. */
  readonly pass_rate: number;
  /** The same for solutions from the name and signature alone; absent where that was not tried. */
  readonly baseline_pass_rate?: number;
  /** How much of the passing is the description's: the one less the other. */
  readonly lift?: number;
}

export interface RejectedRow {
  readonly id: string;
  readonly stage: string;
  readonly reason: ReasonRow;
  readonly task?: TaskRow;
  readonly solution?: string;
  readonly tests?: string;
  readonly reply?: string;
  readonly lineage: LineageRow;
}

export type ReasonRow = { readonly kind: string; readonly side?: string } & Readonly<Record<string, unknown>>;

export interface PreferenceRow {
  readonly id: string;
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly chosen_pass_rate: number;
  readonly rejected_pass_rate: number;
  readonly sample: string;
}

/** What was wrong or too weak, what showed it, and what is right or stronger instead: two solutions, or two suites. */
export interface RepairRow {
  readonly id: string;
  readonly task: TaskRow;
  readonly before: string;
  readonly evidence: ReasonRow;
  readonly after: string;
  /**
   * `sibling`: the right solution was written apart from the wrong one, in answer to the same request. `repair`: the
   * wrong one was handed back with the evidence, and after one or more such rounds the right one came back.
   * `suite-repair`: the suite was handed back with the mutants that it let live, and what came back kills more.
   */
  readonly origin: 'sibling' | 'repair' | 'suite-repair';
  readonly sample: string;
}

/** Some work before and after a critique by principles; both are judged from the start. */
export interface RevisionRow {
  readonly id: string;
  readonly what: 'task' | 'solution' | 'tests';
  /** The task that the work is for; the revised one where the task itself is the work. */
  readonly task: TaskRow;
  readonly faults: readonly { readonly principle: string; readonly problem: string }[];
  readonly before: TaskRow | string;
  readonly after: TaskRow | string;
  /** Whether a solution was kept, or a suite supported; absent for tasks, and where it was not judged. */
  readonly before_kept?: boolean;
  readonly after_kept?: boolean;
}

/** One completion with its label, as KTO (Ethayarajh et al. 2024) takes them. */
export interface LabelRow {
  readonly id: string;
  readonly prompt: string;
  readonly completion: string;
  readonly label: boolean;
  /** The kept sample whose tests gave the label. */
  readonly sample: string;
}

/** How often a model's solutions of a task were kept. `unrated`: no suite could be trusted to tell. */
export interface RatingRow {
  readonly sampled: number;
  readonly solved: number;
  readonly pass_rate: number;
  readonly difficulty: 'easy' | 'medium' | 'hard' | 'unsolved' | 'unrated';
}

export interface TaskRatingRow {
  readonly id: string;
  readonly task: TaskRow;
  readonly by_model: Readonly<Record<string, RatingRow>>;
  /** Different algorithms among the kept solutions. */
  readonly algorithms: number;
  readonly lineage: LineageRow;
}

/** A reason with its most telling word first: what a failed verdict says stands at the top level. */
export function reasonRow(reason: DropReason): ReasonRow {
  return reason.kind === 'failed' ? verdictRow(reason.verdict) : { ...reason };
}

function verdictRow(verdict: RejectedVerdict): ReasonRow {
  return { ...verdict };
}
