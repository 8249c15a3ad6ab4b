import { definePrompt, type Prompt } from '../../core/prompt.ts';
import { suiteRules, suiteSystem, suiteTask } from './suite-parts.ts';

type BlindSlot = 'statement' | 'signature' | 'entryPoint';

/** A task → a vitest module, written without sight of any solution. */
export const writeBlindSuitePrompt: Prompt<BlindSlot> = definePrompt(
  { name: 'write-suite-blind', system: suiteSystem, user: `${suiteTask}\n\n${suiteRules}` },
  ['statement', 'signature', 'entryPoint'],
);

/** A task and one solution of unknown worth → a vitest module. */
export const writeSightedSuitePrompt: Prompt<BlindSlot | 'solution'> = definePrompt(
  {
    name: 'write-suite-sighted',
    system: suiteSystem,
    user: `${suiteTask}

One attempt at it, which may be wrong; use it to see where mistakes are likely, and let the statement decide:

\`\`\`ts
{{solution}}
\`\`\`

${suiteRules}`,
  },
  ['statement', 'signature', 'entryPoint', 'solution'],
);
