import { total, type StageCounts } from '../../core/accounting.ts';
import { bars } from '../charts/bars.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup } from '../page/markup.ts';
import { count, percentOf } from '../page/numbers.ts';
import { table } from '../page/table.ts';
import type { RunFacts } from './facts.ts';

type Entry = readonly [name: string, counts: StageCounts];

/** From seeds to kept rows: what came into each stage, and where it went. */
export function funnelSection({ accounting }: RunFacts): Section | undefined {
  if (!accounting) return undefined;
  const entries = Object.entries(accounting.stages).filter(([, stage]) => stage.in > 0);
  if (entries.length === 0) return undefined;
  const body = markup`${figure({
    title: 'Where things went',
    says: sentenceOf(entries),
    chart: chartOf(entries),
    numbers: { head: ['stage', 'unit', 'in', 'kept', 'share'], rows: entries.map(shareRow) },
    isWide: true,
  })}
<h3>Every reason</h3>
${table({ head: ['stage', 'of what', 'in', 'kept', 'dropped', 'unjudged', 'pending'], rows: entries.map(reasonRow) })}
<p class="soft">In each stage, in = kept + dropped + unjudged + pending. Unjudged is what a fault of the machinery kept from a verdict: it counts as neither right nor wrong.</p>`;
  return { id: 'funnel', title: 'From seeds to kept rows', body };
}

function sentenceOf(entries: readonly Entry[]): string {
  const of = (wanted: string): StageCounts | undefined => entries.find(([name]) => name === wanted)?.[1];
  const [draw, task, decide, last] = [of('draw'), of('task'), of('decide'), of('deduplicate')];
  const steps = [
    draw && `${count(draw.in)} draws of seeds`,
    task && `${count(task.kept)} tasks`,
    decide && `${count(decide.in)} solutions decided about, ${count(decide.kept)} accepted`,
    last && `${count(last.kept)} kept`,
  ].filter((step) => step !== undefined);
  return `${steps.join('; ')}.`;
}

function chartOf(entries: readonly Entry[]): ReturnType<typeof bars> {
  const share = (of: (stage: StageCounts) => number): number[] => entries.map(([, stage]) => of(stage) / stage.in);
  return bars({
    names: entries.map(([name]) => name),
    series: [
      { name: 'kept', colour: 'var(--kept)', values: share(({ kept }) => kept) },
      { name: 'dropped', colour: 'var(--dropped)', values: share(({ dropped }) => total(dropped)) },
      { name: 'unjudged', colour: 'var(--fault)', values: share(({ faults }) => total(faults)) },
      { name: 'pending', colour: 'var(--pending)', values: share(({ pending }) => pending) },
    ],
    most: 1,
    isPercent: true,
    labels: entries.map(([, stage]) => `${count(stage.kept)}/${count(stage.in)}`),
  });
}

function shareRow([name, stage]: Entry): (string | number)[] {
  return [name, stage.unit, stage.in, stage.kept, percentOf(stage.kept, stage.in)];
}

function reasonRow([name, stage]: Entry): (string | number)[] {
  const { unit, in: came, kept, dropped, faults, pending } = stage;
  return [name, unit, came, kept, listed(dropped), listed(faults), pending];
}

function listed(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return entries.length === 0 ? 'none' : entries.map(([reason, times]) => `${count(times)} ${reason}`).join(', ');
}
