import type { Config } from '../../config/config.ts';
import { bundled } from '../../config/bundled.ts';
import { readPrinciples } from '../../config/principles.ts';
import { builtInPrompts, type PromptBook } from '../../core/prompt-book.ts';
import type { Principle } from '../../core/writing.ts';
import { readPromptFolder } from './prompt-folder.ts';

/** What of a run's requests can be the user's own. */
export interface Wording {
  readonly prompts: PromptBook;
  /** What work is criticised by. */
  readonly principles: readonly Principle[];
}

/** Reads the prompts and principles that a configuration names. Throws an input error for what cannot be read. */
export function openWording({ prompts, generate }: Pick<Config, 'prompts' | 'generate'>): Wording {
  return {
    prompts: prompts === null ? builtInPrompts : readPromptFolder(prompts),
    principles: readPrinciples(generate.principles ?? bundled.principles),
  };
}
