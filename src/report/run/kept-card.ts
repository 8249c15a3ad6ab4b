import type { Evidence, MutantEvidence } from '../../core/evidence.ts';
import type { SampleRow } from '../../core/rows.ts';
import { codeBlock, proseBlock } from '../page/code.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, percent } from '../page/numbers.ts';
import { brief } from '../page/visible.ts';
import type { KeptRow } from './facts.ts';
import { lineageList } from './lineage-list.ts';

/** A kept row as somebody who judges it wants to see it. */
export function keptCard({ sample, descriptions }: KeptRow): Markup {
  const { id, task, solution, tests, reasoning, evidence, confidence, lineage } = sample;
  return markup`<details class="row"><summary><span class="tag kept">kept ${confidence.toFixed(2)}</span> ${brief(task.title)} <span class="soft">${task.difficulty}, ${task.topics.map(brief).join(', ')}</span></summary>
<div>
<h4>Statement</h4>${proseBlock(task.statement, 'Statement')}
<h4>Solution</h4>${codeBlock(solution, 'Solution')}
${reasoning !== undefined && reasoning !== '' && markup`<h4>Reasoning</h4>${proseBlock(reasoning, 'Reasoning')}`}
<h4>Tests</h4>${codeBlock(tests, 'Tests')}
<h4>What proves it</h4><ul>${evidenceWords(evidence).map((words) => markup`<li>${words}</li>`)}</ul>
${mutantList(evidence)}
${
  descriptions.length > 0 &&
  markup`<h4>Descriptions from which a fresh solution passed</h4>${descriptions.map((text) => proseBlock(text, 'Description'))}`
}
<h4>Where it comes from</h4>${lineageList(id, lineage)}
</div></details>`;
}

function evidenceWords({ suites, agreeing, judged, mutation, behaviour }: Evidence): string[] {
  const blind = suites.filter((suite) => suite.blind).length;
  const words = [
    `${suites.length} suites, ${blind} of them written without sight of any solution`,
    `${agreeing} of ${judged} solutions pass every supported suite`,
  ];
  if (mutation?.kind === 'scored') words.push(mutationWords(mutation));
  if (mutation?.kind === 'unscored') words.push(`mutants were not tried: ${brief(mutation.because)}`);
  if (behaviour) {
    const { calls, from, group, peers, share } = behaviour;
    words.push(
      `on ${count(calls)} generated calls (from ${brief(from)}) ${group} of ${peers} independent solutions behave as this one does${share === undefined ? '' : `, and it answers as most do on ${percent(share)}`}`,
    );
  }
  return words;
}

function mutationWords({
  killed,
  stopped,
  total,
  equivalent,
  untried,
  score,
}: Extract<SampleRow['evidence']['mutation'], { kind: 'scored' }>): string {
  const share = score === undefined ? '' : ` (${percent(score)})`;
  const rest = [equivalent > 0 && `${equivalent} probably no mistakes`, untried > 0 && `${untried} not tried`];
  const others = rest.filter((part) => part !== false).join(', ');
  return `${killed + stopped} of ${total} mutants die by its tests${share}${others === '' ? '' : `; ${others}`}`;
}

const shownMutants = 8;

function mutantList({ mutation }: Evidence): Markup | undefined {
  if (mutation?.kind !== 'scored') return undefined;
  const alive = [...mutation.survived, ...mutation.uncovered];
  if (alive.length === 0) return undefined;
  return markup`<h4>Mutants that its tests let live</h4><ul>${alive.slice(0, shownMutants).map(mutantItem)}</ul>`;
}

function mutantItem({ line, mutator, original, replacement }: MutantEvidence): Markup {
  return markup`<li>line ${line}, ${brief(mutator)}: <code>${brief(original)}</code> → <code>${brief(replacement)}</code></li>`;
}
