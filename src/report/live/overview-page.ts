import { stageNames, total, type StageCounts, type StageName, type StageTable } from '../../core/accounting.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, dollars, duration, percent, percentOf } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import type { Overview, RunState } from './overview.ts';
import { rowsAddress } from './address.ts';
import { shell } from './shell.ts';

/** The parts of the overview that change while a run goes on, by the id of their element. */
export function overviewParts(overview: Overview): Readonly<Record<string, Markup>> {
  return {
    'part-state': statePart(overview),
    'part-cards': cards(overview),
    'part-rows': rowsPart(overview),
    'part-funnel': overview.stages ? funnel(overview.stages) : noFunnel(overview),
    'part-index': indexPart(overview),
  };
}

/** The page that a run is followed on. */
export function overviewPage(overview: Overview): string {
  const parts = overviewParts(overview);
  const part = (id: string): Markup => markup`<div id="${id}">${parts[id]}</div>`;
  const body = markup`<div data-live aria-live="off">
${part('part-state')}${part('part-cards')}${part('part-index')}
<section aria-labelledby="rows-title"><h2 id="rows-title">Rows</h2>${part('part-rows')}</section>
<section aria-labelledby="funnel-title"><h2 id="funnel-title">Stages</h2>${part('part-funnel')}</section>
</div>`;
  const title = overview.dir.split(/[\\/]/u).findLast((part) => part !== '') ?? 'A run';
  return shell({ title, subtitle: overview.dir, hasReport: overview.hasReport, body });
}

const states: Readonly<Record<RunState, string>> = {
  running: 'It is going on.',
  stopped: 'It was stopped: the same command goes on with it.',
  finished: 'It is finished.',
};

function statePart({ state, round, resting, hasStore }: Overview): Markup {
  const kind = state === 'finished' ? 'kept' : state === 'running' ? 'running' : 'dropped';
  const where =
    round === undefined
      ? ''
      : ` Round ${count(round.number)}: ${count(round.done)} of ${count(round.draws)} draws done.`;
  return markup`<p><span class="tag ${kind}" data-state="${state}">${state}</span> ${states[state]}${state === 'running' && where}</p>
${!hasStore && markup`<p class="notice">The store of the run is not there: replies and most verdicts cannot be shown.</p>`}
${resting.map((why) => markup`<p class="notice problem">Left alone for a while: ${why}</p>`)}`;
}

function cards(overview: Overview): Markup {
  const { kept, target, keptAnHour, lanes, seeds, requests, tokens, costUsd, elapsedMs, stages } = overview;
  const ofTarget = target === null ? 'no target' : `of ${count(target)}, ${percentOf(kept, target)}`;
  const cards: (readonly [string, string, string])[] = [
    ['Kept', count(kept), ofTarget],
    ['Kept an hour', keptAnHour === undefined ? '–' : count(Math.round(keptAnHour)), passRate(stages)],
    ['Draws done', lanes === undefined ? '–' : count(lanes), seeds === undefined ? '' : `of ${count(seeds)}`],
    ['Spent', dollars(costUsd), kept > 0 && costUsd !== undefined ? `${dollars(costUsd / kept)} a kept row` : ''],
    [
      'Requests',
      requests ? count(requests.sent) : '–',
      requests ? `${count(requests.stored)} answered from the store` : '',
    ],
    [
      'Tokens',
      tokens ? count(tokens.prompt + tokens.completion) : '–',
      tokens ? `${count(tokens.completion)} written` : '',
    ],
    ['Time', elapsedMs === undefined ? '–' : duration(elapsedMs), ''],
  ];
  return markup`<dl class="cards">${cards.map(
    ([name, value, more]) => markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`,
  )}</dl>`;
}

function passRate(stages: StageTable | undefined): string {
  if (!stages) return '';
  const { kept, in: all } = stages.decide;
  return all === 0 ? '' : `${percentOf(kept, all)} of solutions pass`;
}

function rowsPart({ rows }: Overview): Markup {
  const kinds = Object.entries(rows);
  if (kinds.length === 0) return markup`<p class="soft">There are none yet.</p>`;
  return markup`<ul class="kinds">${kinds.map(
    ([kind, times]) => markup`<li><a href="${rowsAddress({ kind })}">${kind}</a> ${count(times)}</li>`,
  )}</ul>`;
}

function noFunnel({ state }: Overview): Markup {
  return markup`<p class="soft">${state === 'running' ? 'The stages are counted when the first round ends.' : 'They were not counted.'}</p>`;
}

/** Every stage that something came to, in their order. */
function funnel(stages: StageTable): Markup {
  const there = stageNames.filter((name) => stages[name].in > 0);
  const rows = there.map((name) => {
    const { unit, in: all, kept, pending } = stages[name];
    const stage = withoutRows.has(name) ? name : markup`<a href="/rows?stage=${name}">${name}</a>`;
    const share = markup`<meter min="0" max="${all}" value="${kept}" title="${percent(kept / all)}"></meter>`;
    return [stage, unit, all, kept, share, losses(name, stages[name]), pending === 0 ? '' : pending];
  });
  return table(
    { head: ['stage', 'counts', 'in', 'kept', '', 'dropped', 'pending'], rows },
    'Of the rounds that have ended',
  );
}

function lossLink(stage: StageName, reason: string): Markup {
  if (withoutRows.has(stage)) return markup`${reason}`;
  return markup`<a href="${rowsAddress({ stage, reason })}">${reason}</a>`;
}

/** What is dropped there is counted, and has no row of its own. */
const withoutRows: ReadonlySet<StageName> = new Set(['draw', 'judge']);

function losses(stage: StageName, { dropped, faults }: StageCounts): Markup {
  const reasons = Object.entries(dropped).toSorted(([, a], [, b]) => b - a);
  return markup`${total(dropped) > 0 && markup`${count(total(dropped))}: `}${reasons.map(
    ([reason, times], place) => markup`${place > 0 && ', '}${lossLink(stage, reason)} ${count(times)}`,
  )}${total(faults) > 0 && markup` <span class="tag fault">${count(total(faults))} unjudged: ${Object.keys(faults).join(', ')}</span>`}`;
}

function indexPart({ index: { share, rows, problem } }: Overview): Markup {
  if (problem !== undefined)
    return markup`<p class="notice problem">The index of the rows cannot be built: ${problem}</p>`;
  if (share >= 1) return markup``;
  return markup`<p class="notice">The index of the rows is being built: ${count(rows)} so far, ${percent(share)}. <progress max="1" value="${share}"></progress></p>`;
}
