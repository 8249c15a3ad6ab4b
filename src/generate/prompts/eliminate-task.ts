import { definePrompt, materialRule, type Prompt } from '../../core/prompt.ts';

type Slot = 'before' | 'beforeSignature' | 'after' | 'afterSignature';

/** A task and what it was evolved into → whether the evolution is of use. */
export const eliminateTaskPrompt: Prompt<Slot> = definePrompt(
  {
    name: 'eliminate-task',
    system: `You decide whether a programming task is of use beside the one that it was made from. ${materialRule}`,
    user: `The first task:

{{before|<task>}}

{{beforeSignature|ts}}

The second, made from it:

{{after|<task>}}

{{afterSignature|ts}}

Judge the second:
- "no-new-information": a program that solves the first solves the second too, or all but does
- "copied-prompt": it holds words of the instruction by which it was made, or speaks of another task
- "unanswerable": for some valid input nobody can tell the right answer, or it contradicts itself, or needs what standard ECMAScript does not have
- "nonsense": it makes no sense, or is no programming task
- "keep": none of these

Answer with one JSON object and nothing else: {"verdict": one of these words, "reason": one sentence}.`,
  },
  ['before', 'beforeSignature', 'after', 'afterSignature'],
);
