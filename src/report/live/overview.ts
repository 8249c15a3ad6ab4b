import type { StageTable } from '../../core/accounting.ts';

export type RunState = 'running' | 'stopped' | 'finished';

/** Where a run is. */
export interface Overview {
  /** The run's directory. */
  readonly dir: string;
  readonly state: RunState;
  /** From 1, with the draws of it and how many of those are done. */
  readonly round?: { readonly number: number; readonly draws: number; readonly done: number };
  /** Draws that the seeds give in all. */
  readonly seeds?: number;
  readonly lanes?: number;
  readonly kept: number;
  readonly target: number | null;
  /** Rows by their kind. */
  readonly rows: Readonly<Record<string, number>>;
  readonly keptAnHour?: number;
  readonly requests?: { readonly sent: number; readonly stored: number; readonly repeated: number };
  readonly tokens?: { readonly prompt: number; readonly completion: number };
  readonly costUsd?: number;
  readonly elapsedMs?: number;
  /** Of the rounds that have ended. */
  readonly stages?: StageTable;
  /** Endpoints that were left alone for a while, and why. */
  readonly resting: readonly string[];
  /** How many rows are in the index, and which share of it is built. */
  readonly index: { readonly rows: number; readonly share: number; readonly problem?: string };
  readonly hasReport: boolean;
  readonly hasStore: boolean;
}
