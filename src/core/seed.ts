import type { Operator } from './operator.ts';

export type SeedKind = 'concept' | 'snippet' | 'instruction' | 'problem' | 'lesson';
export type Difficulty = 'easy' | 'medium' | 'hard';

/** What inspires a task. */
export interface Seed {
  /** `<topic>/<name>`, unique. */
  readonly id: string;
  readonly topic: string;
  readonly kind: SeedKind;
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly text: string;
  readonly tags: readonly string[];
  readonly code?: string;
  readonly language?: 'ts' | 'js';
  readonly licence?: string;
  /** Where code came from, relative to its source. */
  readonly path?: string;
  /** Chains of operators that its tasks are evolved by, in the place of drawn ones. */
  readonly evolve?: readonly (readonly Operator[])[];
}
