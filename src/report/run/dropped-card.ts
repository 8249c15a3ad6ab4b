import type { RejectedRow, ReasonRow } from '../../core/rows.ts';
import { codeBlock, plainBlock, proseBlock } from '../page/code.ts';
import { markup, type Markup } from '../page/markup.ts';
import { cutText, brief } from '../page/visible.ts';
import { lineageList } from './lineage-list.ts';
import { reasonWords } from './reason-words.ts';

const summaryLetters = 90;

/** A dropped row with what speaks against it. */
export function droppedCard({ id, stage, reason, task, solution, tests, reply, lineage }: RejectedRow): Markup {
  const words = reasonWords(reason);
  const [name = reason.kind] = words.split(/[: ]/u, 1);
  return markup`<details class="row"><summary><span class="tag dropped">${brief(name)}</span> ${brief(task?.title ?? stage)} <span class="soft">${brief(firstLine(words))}</span></summary>
<div>
<h4>Why</h4>${plainBlock(words, 'Why')}
${counterexample(reason)}
${task && markup`<h4>Statement</h4>${proseBlock(task.statement, 'Statement')}`}
${solution !== undefined && markup`<h4>Solution</h4>${codeBlock(solution, 'Solution')}`}
${tests !== undefined && markup`<h4>Tests</h4>${codeBlock(tests, 'Tests')}`}
${reply !== undefined && markup`<h4>Reply</h4>${plainBlock(reply, 'Reply')}`}
<h4>Where it comes from</h4>${lineageList(id, lineage)}
</div></details>`;
}

function firstLine(words: string): string {
  const [line = ''] = words.split('\n', 1);
  return cutText(line, summaryLetters).replace(/ \(\S+ more characters\)$/u, '');
}

/** The smallest input that was found to break a property, and what replays it. */
function counterexample({ by, difference }: ReasonRow): Markup | undefined {
  const found = (by as { counterexample?: Readonly<Record<string, unknown>> } | undefined)?.counterexample;
  if (found) {
    return markup`<h4>Counterexample</h4>${plainBlock(String(found['values']), 'Counterexample')}
<p class="soft">seed ${String(found['seed'])}, path ${String(found['path'])}</p>`;
  }
  if (typeof difference !== 'object' || difference === null) return undefined;
  const { input, own, plurality } = difference as Readonly<Record<string, unknown>>;
  return markup`<h4>Where it differs</h4>${plainBlock(`input   ${String(input)}\nthis    ${String(own)}\nothers  ${String(plurality)}`, 'Where it differs')}`;
}
