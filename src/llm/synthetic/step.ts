import type { Draws } from './draws.ts';

/** What goes from one step of a task to the next. */
export type Kind = 'numbers' | 'number' | 'text' | 'words' | 'items' | 'spans' | 'links' | 'counts' | 'groups';

/** A small transformation. Its bodies are JavaScript that a strict type check accepts too; the value is `input`. */
export interface Step {
  /** Unique among the steps of a task. */
  readonly name: string;
  readonly to: Kind;
  /** What it does, as a sentence. */
  readonly says: string;
  /** The right one, in two styles. */
  readonly functional: string;
  readonly imperative: string;
  /** Bodies with a known mistake, by its name. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** Makes a step with parameters of its own. */
export type StepMaker = (draws: Draws) => Step;
