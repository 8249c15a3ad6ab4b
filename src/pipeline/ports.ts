import type { Config } from '../config/config.ts';
import type { Clock, Llm } from '../core/ports.ts';
import type { PromptBook } from '../core/prompt-book.ts';
import type { Principle } from '../core/writing.ts';
import type { Outcome } from '../core/fault.ts';
import type { Store } from '../core/store.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Candidate } from '../verify/candidate.ts';
import type { Provers } from '../verify/trial.ts';
import type { OnEvent } from './events.ts';
import type { Stop } from './stop.ts';

/** Judges a candidate; `note` hears how long that took in the sandbox, where nothing was known of it before. */
export type Judge = (candidate: Candidate, note?: (durationMs: number) => void) => Promise<Outcome<Verdict>>;

/** What every step of a run is given. */
export interface RunPorts {
  readonly run: string;
  readonly config: Config;
  /** `name@version` of each package that candidates may import. */
  readonly packages: readonly string[];
  readonly llm: Llm;
  readonly prompts: PromptBook;
  /** What work is criticised by. */
  readonly principles: readonly Principle[];
  /** Answers taken from the store by this invocation. */
  readonly requests: { readonly stored: number };
  readonly judge: Judge;
  readonly provers: Provers;
  readonly store: Store;
  readonly stop: Stop;
  readonly clock: Clock;
  /** Whether other runs go on where this one ends. */
  readonly hasSuccessors?: boolean;
  readonly onEvent: OnEvent;
}
