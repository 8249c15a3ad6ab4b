import type { RejectedVerdict } from '../../core/verdict.ts';

/** What one call of the entry point did, in canonical texts that are equal when the values are (see `canonicalWriter`). */
export interface Call {
  /** Of the argument list, before the call. */
  readonly input: string;
  readonly outcome: CallOutcome;
  /** The call changed an argument. */
  readonly changed: boolean;
  /** The same call with fresh equal arguments answered differently the second time; only the first calls are repeated. */
  readonly unsteady: boolean;
  /**
   * What a caller shares with an instance: data that it was handed, or gave, is not what it was or has not the effect it
   * had, once one of them changes it. Only of the scenarios that are repeated. It need not be wrong.
   */
  readonly aliased?: 'results' | 'arguments';
}

export type CallOutcome =
  | { readonly kind: 'returned'; readonly text: string }
  /** The error's name, or one of `callMarks`. */
  | { readonly kind: 'threw'; readonly text: string }
  /** Other calls used up the jobs that one solution may cost. */
  | { readonly kind: 'unobserved' };

/** What stands for an error's name where a call ended in no error. */
export const callMarks = {
  endless: '(does not end)',
  unsettled: '(does not settle)',
  hungry: '(takes too much memory)',
  wordy: '(prints too much)',
} as const;

/** What a solution does on generated inputs: one call for each, in the same order for every solution of a task. */
export type Behaviour =
  | { readonly kind: 'observed'; readonly calls: readonly Call[] }
  | { readonly kind: 'failed'; readonly verdict: RejectedVerdict };

/** A function to be called, or a class to be used. */
export interface Subject {
  readonly solution: string;
  readonly language: 'ts' | 'js';
  readonly entryPoint: string;
  /** Further modules of the solution, by their path relative to it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Where the arguments come from. */
export interface ProbeInputs {
  /** JavaScript expression of a fast-check arbitrary of argument lists, with `fc` in scope. */
  readonly arbitrary: string;
  /** JavaScript expressions of argument lists. */
  readonly examples: readonly string[];
  /** `scenarios`: each list says how an instance is made and what is done with it; see `scenariosFor`. */
  readonly kind?: 'calls' | 'scenarios';
}

export interface ObserveOptions {
  readonly inputs: ProbeInputs;
  /** Inputs to draw beside the examples; equal ones are called once. */
  readonly runs: number;
  readonly seed: number;
  /** How many calls are repeated, from the first on; 32 unless given. */
  readonly repeats?: number;
  /** A call that does not end costs several times `cpuMs`. */
  readonly limits: { readonly cpuMs: number; readonly memoryMb: number; readonly outputKb: number };
  /** Results that are arrays are compared as multisets. */
  readonly anyOrder?: boolean;
}
