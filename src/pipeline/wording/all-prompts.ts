import { describePrompts } from '../../backtranslate/prompts/describe-code.ts';
import { rewritePrompts } from '../../backtranslate/prompts/rewrite.ts';
import type { Prompt } from '../../core/prompt.ts';
import {
  critiqueSolutionPrompt,
  critiqueTaskPrompt,
  critiqueTestsPrompt,
  reviseSolutionPrompt,
  reviseTaskPrompt,
  reviseTestsPrompt,
} from '../../generate/prompts/critique.ts';
import { eliminateTaskPrompt } from '../../generate/prompts/eliminate-task.ts';
import { evolveTaskPrompts } from '../../generate/prompts/evolve-task.ts';
import { repairSolutionPrompt } from '../../generate/prompts/repair-solution.ts';
import { repairSuitePrompt } from '../../generate/prompts/repair-suite.ts';
import { writeAnotherSolutionPrompt } from '../../generate/prompts/write-another-solution.ts';
import { screenSeedPrompt } from '../../generate/prompts/screen-seed.ts';
import { styledSolutionPrompts, writeSolutionPrompt } from '../../generate/prompts/write-solution.ts';
import { blindSuitePrompts, writeSightedSuitePrompt } from '../../generate/prompts/write-suite.ts';
import { writeSuiteForCodePrompt } from '../../generate/prompts/write-suite-for-code.ts';
import { writeTaskPrompt } from '../../generate/prompts/write-task.ts';

/** Every prompt of a run, in the order of its stages. */
export const allPrompts: readonly Prompt<string>[] = [
  screenSeedPrompt,
  writeTaskPrompt,
  ...Object.values(evolveTaskPrompts),
  eliminateTaskPrompt,
  critiqueTaskPrompt,
  reviseTaskPrompt,
  writeSolutionPrompt,
  ...Object.values(styledSolutionPrompts),
  writeAnotherSolutionPrompt,
  critiqueSolutionPrompt,
  reviseSolutionPrompt,
  ...Object.values(blindSuitePrompts),
  writeSightedSuitePrompt,
  writeSuiteForCodePrompt,
  critiqueTestsPrompt,
  reviseTestsPrompt,
  repairSolutionPrompt,
  repairSuitePrompt,
  ...Object.values(describePrompts),
  ...Object.values(rewritePrompts),
];
