import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';
import { taskAnswer, taskSystem } from './task-parts.ts';

type Slot = 'kind' | 'topic' | 'difficulty' | 'title' | 'seed';

/** A seed → one programming task as a JSON object. */
export const writeTaskPrompt: Prompt<Slot> = definePrompt(
  {
    name: 'write-task',
    system: `${taskSystem} ${materialRule}`,
    user: `Write one programming task inspired by this seed.

Seed ({{kind}}, topic {{topic}}, {{difficulty}}): {{title}}

{{seed|<seed>}}

${taskAnswer}`,
  },
  ['kind', 'topic', 'difficulty', 'title', 'seed'],
);
