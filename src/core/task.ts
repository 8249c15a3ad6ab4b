import type { Difficulty } from './seed.ts';

/** A programming task: what a solution must do and what it must export. */
export interface Task {
  /** Content id, `task_…`. */
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  /** TypeScript declarations that a solution exports. */
  readonly signature: string;
  readonly entryPoint: string;
  readonly difficulty: Difficulty;
  readonly topics: readonly string[];
  readonly kind: TaskKind;
  /** A JavaScript arrow function of the arguments that gives true for the valid ones; absent where all are. */
  readonly precondition?: string;
}

export type TaskKind = 'function' | 'class';
export type TaskDraft = Omit<Task, 'id'>;

/** A task, and where it came from. */
export interface WrittenTask {
  readonly task: Task;
  readonly origin: Origin;
}

/** A TypeScript module that claims to solve a task. */
export interface Solution {
  /** Content id, `sol_…`: of the task and the code. */
  readonly id: string;
  readonly code: string;
  /** The model's own reasoning, kept apart from the code. */
  readonly reasoning?: string;
  /** The solution that it was made from: it is no independent witness. */
  readonly derivedFrom?: Derivation;
  readonly origin: Origin;
}

/** A text that was made from another: after a critique, after what refuted it, or as another way to the same end. */
export interface Derivation {
  readonly by: 'revision' | 'repair' | 'variation';
  /** Id of the text before. */
  readonly from: string;
}

/** A vitest module that claims to tell right solutions from wrong ones. */
export interface Suite {
  /** Content id, `suite_…`: of the task and the code. */
  readonly id: string;
  readonly code: string;
  /** Whether it was written without sight of any solution. */
  readonly blind: boolean;
  /** Id of the suite that it was written to do better than. */
  readonly repairOf?: string;
  /** Id of the suite that it revises after a critique. */
  readonly revisionOf?: string;
  readonly origin: Origin;
}

/** Where a piece of text came from. */
export interface Origin {
  readonly sample: number;
  readonly model: string;
  readonly temperature: number;
  /** The endpoint's configured name, where there are several. */
  readonly endpoint?: string;
  /** Name and content hash of the prompt; absent for what no model was asked for. */
  readonly prompt?: { readonly name: string; readonly hash: string };
}
