import { total } from '../../core/accounting.ts';
import type { RunResult } from '../../pipeline/run.ts';
import { renderPairs } from './pairs.ts';

/** The table that a run ends with: at most 80 columns, and nothing that a file does not say too. */
export function renderSummary(result: RunResult, dir: string): string {
  const { stages, requests, tokens, cost_usd: costUsd, elapsed_ms: elapsedMs } = result.accounting;
  const { judge, decide, deduplicate, roundtrip } = stages;
  const dropped = { ...sum(stages.solve.dropped, decide.dropped), ...deduplicate.dropped };
  const { evolve } = stages;
  const drawnBefore = stages.draw.dropped['drawn-before'] ?? 0;
  const faults = sum(...Object.values(stages).map((stage) => stage.faults));
  const derived = (stages.revise.made['solution'] ?? 0) + (stages.repair.made['solution'] ?? 0);
  const solutions = stages.solve.in + derived;
  const rows: readonly (readonly [string, string])[] = [
    ['kept', `${result.samples} samples of ${solutions} solutions to ${stages.task.kept} tasks, ${result.pairs} pairs`],
    ['dropped', list(dropped)],
    ['suites dropped', list(sum(stages.tests.dropped, stages.support.dropped))],
    ...(drawnBefore > 0 ? [['left out', `${drawnBefore} draws of other runs of the store (seeds.once)`] as const] : []),
    ...(evolve.in > 0 ? [['evolved tasks', `${evolve.kept} of ${evolve.in}; ${list(evolve.dropped)}`] as const] : []),
    ['round trips', `${roundtrip.kept} of ${roundtrip.in} descriptions proven`],
    ['pass rate', `${percent(decide.kept, solutions)} of solutions, ${percent(judge.kept, judge.in)} of candidates`],
    ...(total(faults) > 0 ? [['unjudged', `${list(faults)} (the same command tries what may heal)`] as const] : []),
    ['requests', `${requests.sent} sent, ${requests.stored} from the store, ${requests.repeated} repeated`],
    ['tokens', `${thousands(tokens.prompt)} in, ${thousands(tokens.completion)} out, $${costUsd.toFixed(2)}`],
    ['time', `${(elapsedMs / 1000).toFixed(1)} s`],
    [
      'files',
      `${dir}/: samples, pairs, rejected, preferences, repairs, revisions, labels, tasks (.jsonl), accounting.json, course.json, dataset/; report.html shows all of it`,
    ],
  ];
  return `\n${renderPairs(rows)}`;
}

/** The sums of several records of counts, by name. */
export function sum(...parts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  return Object.fromEntries(names.map((name) => [name, parts.reduce((count, part) => count + (part[name] ?? 0), 0)]));
}

/** Counts with their names, the greatest first. */
export function list(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return entries.length === 0 ? 'none' : entries.map(([name, times]) => `${times} ${name}`).join(', ');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
