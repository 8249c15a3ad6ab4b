import { definePrompt, type Prompt } from '../../core/prompt.ts';
import type { Focus } from '../../core/writing.ts';
import { contents, rulesOf, suiteRules, suiteSystem } from './suite-parts.ts';
import { taskMaterial } from './task-parts.ts';

type BlindSlot = 'statement' | 'signature' | 'entryPoint';

function blindPrompt(focus: Focus): Prompt<BlindSlot> {
  return definePrompt(
    {
      name: focus === 'whole' ? 'write-suite-blind' : `write-suite-${focus}`,
      system: suiteSystem,
      user: `${taskMaterial}\n\n${rulesOf(contents[focus])}`,
    },
    ['statement', 'signature', 'entryPoint'],
  );
}

/** A task → a vitest module, written without sight of any solution. */
export const blindSuitePrompts: Readonly<Record<Focus, Prompt<BlindSlot>>> = {
  whole: blindPrompt('whole'),
  'edge-cases': blindPrompt('edge-cases'),
  properties: blindPrompt('properties'),
};

/** A task and one solution of unknown worth → a vitest module. */
export const writeSightedSuitePrompt: Prompt<BlindSlot | 'solution'> = definePrompt(
  {
    name: 'write-suite-sighted',
    system: suiteSystem,
    user: `${taskMaterial}

One attempt at it, which may be wrong; use it to see where mistakes are likely, and let the statement decide:

{{solution|ts}}

${suiteRules}`,
  },
  ['statement', 'signature', 'entryPoint', 'solution'],
);
