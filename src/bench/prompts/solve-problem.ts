import { definePrompt, type Prompt } from '../../core/prompt.ts';

type Slot = 'language' | 'prompt' | 'wanted';

/** A problem of a set → a whole program that solves it. */
export const solveProblemPrompt: Prompt<Slot> = definePrompt(
  {
    name: 'solve-problem',
    system: 'You are an expert programmer. You write correct, complete programs and nothing that was not asked for.',
    user: `Solve this problem in {{language}}.

{{prompt}}

Answer with one fenced code block that holds the whole program, with every helper and import it needs. {{wanted}} Leave out examples of its use, tests, and anything that reads input.`,
  },
  ['language', 'prompt', 'wanted'],
);
