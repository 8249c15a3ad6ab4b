import { total, type StageCounts } from '../../core/accounting.ts';
import { document } from '../page/document.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, dollars, duration, percentOf } from '../page/numbers.ts';
import type { RunFacts } from './facts.ts';
import { runSections } from './sections.ts';

/** The page about a run, in one file. */
export function runPage(facts: RunFacts): string {
  const { samples, pairs } = facts.counts;
  return document({
    title: facts.name,
    subtitle: `${count(samples)} verified solutions and ${count(pairs)} training pairs`,
    lead: markup`${notice(facts)}<dl class="cards">${cards(facts).map(card)}</dl>`,
    sections: runSections(facts),
  });
}

interface Card {
  readonly name: string;
  readonly value: string;
  readonly more: string;
}

function cards({ counts, accounting }: RunFacts): readonly Card[] {
  const own: readonly Card[] = [
    { name: 'Kept', value: count(counts.samples), more: `${count(counts.tasks)} tasks were tried` },
    {
      name: 'Pairs',
      value: count(counts.pairs),
      more: `${count(counts.preferences)} preferences, ${count(counts.repairs)} repairs`,
    },
    { name: 'Dropped', value: count(counts.rejected), more: 'each with its reason' },
  ];
  if (!accounting) return own;
  const { stages, requests, tokens, cost_usd: usd, elapsed_ms: ms } = accounting;
  const { decide, roundtrip } = stages;
  const perRow = counts.samples === 0 ? 'nothing kept' : `${dollars(usd / counts.samples)} for a kept row`;
  return [
    ...own,
    ...shareCard('Accepted', decide, 'solutions'),
    ...shareCard('Round trips', roundtrip, 'descriptions'),
    {
      name: 'Cost',
      value: dollars(usd),
      more: usd > 0 ? perRow : `${count(tokens.prompt + tokens.completion)} tokens`,
    },
    { name: 'Requests', value: count(requests.sent), more: `${count(requests.stored)} answered from the store` },
    { name: 'Time', value: duration(ms), more: `${count(faults(stages))} unjudged by faults` },
  ];
}

function shareCard(name: string, stage: StageCounts | undefined, what: string): readonly Card[] {
  if (!stage || stage.in === 0) return [];
  return [{ name, value: percentOf(stage.kept, stage.in), more: `of ${count(stage.in)} ${what}` }];
}

function faults(stages: NonNullable<RunFacts['accounting']>['stages']): number {
  return Object.values(stages).reduce((sum, stage) => sum + total(stage.faults), 0);
}

function card({ name, value, more }: Card): Markup {
  return markup`<div><dt>${name}</dt><dd>${value}<small>${more}</small></dd></div>`;
}

function notice({ recorded, counts }: RunFacts): Markup | undefined {
  if (counts.samples === 0) {
    return markup`<p class="notice problem">Nothing was kept. The funnel below says where it was lost; the dropped rows say why.</p>`;
  }
  if (recorded.includes('authored')) {
    return markup`<p class="notice">The replies behind these rows were written for the offline model, not captured from a language model.</p>`;
  }
  if (!recorded.includes('synthetic')) return undefined;
  return markup`<p class="notice">The replies behind these rows were made up by a program for load and for trying Winnow out: they teach nothing.</p>`;
}
