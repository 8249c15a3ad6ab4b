import type { Prompt } from './prompt.ts';

/** The wording of prompts: a user's own where there is one, else the built-in. */
export interface PromptBook {
  of<Slot extends string>(prompt: Prompt<Slot>): Prompt<Slot>;
}

export const builtInPrompts: PromptBook = { of: (prompt) => prompt };
