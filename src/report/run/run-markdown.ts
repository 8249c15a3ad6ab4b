import { total } from '../../core/accounting.ts';
import { count, dollars, duration, percentOf } from '../page/numbers.ts';
import { visible } from '../page/visible.ts';
import type { RunFacts } from './facts.ts';

const shownTopics = 12;

/** The page about a run in Markdown, for a chat or a mail. */
export function runMarkdown(facts: RunFacts): string {
  const { name, counts, accounting, models, topics, diversity, repeats } = facts;
  const sections = [
    `# ${cell(name)}`,
    `**${count(counts.samples)} samples** and ${count(counts.pairs)} pairs kept; ${count(counts.rejected)} rows dropped.`,
    ...(accounting
      ? [
          `${count(accounting.requests.sent)} requests, ${count(accounting.tokens.prompt + accounting.tokens.completion)} tokens, ${dollars(accounting.cost_usd)} (${dollars(accounting.cost_usd / Math.max(1, counts.samples))} for a kept row), ${duration(accounting.elapsed_ms)}.`,
          tableOf(
            ['stage', 'unit', 'in', 'kept', 'dropped', 'unjudged', 'pending'],
            Object.entries(accounting.stages)
              .filter(([, stage]) => stage.in > 0)
              .map(([stage, { unit, in: came, kept, dropped, faults, pending }]) => [
                stage,
                unit,
                count(came),
                `${count(kept)} (${percentOf(kept, came)})`,
                listed(dropped),
                listed(faults),
                count(pending),
              ]),
          ),
        ]
      : []),
    '## Model by model',
    tableOf(
      ['model', 'kept', 'dropped', 'share', 'reasons'],
      models.map(({ model, kept, dropped }) => [
        model,
        count(kept),
        count(total(dropped)),
        percentOf(kept, kept + total(dropped)),
        listed(dropped),
      ]),
    ),
    '## Topics',
    tableOf(
      ['topic', 'tasks', 'kept', 'dropped'],
      topics
        .slice(0, shownTopics)
        .map(({ name: topic, tasks, kept, dropped }) => [topic, count(tasks), count(kept), count(dropped)]),
    ),
    `Diversity ${diversity.score.toFixed(2)} of 1. ${count(repeats.duplicates)} near-duplicates and ${count(total(repeats.contaminated))} repeated problems of benchmarks were left out.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function listed(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return entries.map(([reason, times]) => `${count(times)} ${reason}`).join(', ') || 'none';
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text that stays in its place, and is shown as it is. */
function cell(text: string): string {
  return visible(text)
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\|`*<[\]~&#]/gu, String.raw`\$&`);
}
