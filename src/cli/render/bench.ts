import type { AuditSummary } from '../../bench/audit/summary.ts';
import type { Comparison } from '../../bench/numbers/compare.ts';
import { differenceInWords } from '../../bench/numbers/compare-markdown.ts';
import { percentWithInterval } from '../../bench/numbers/markdown.ts';
import type { PassAt } from '../../bench/numbers/summary.ts';
import type { BenchSummary } from '../../pipeline/bench/bench-summary.ts';
import { renderPairs } from './pairs.ts';
import { printable } from './printable.ts';

/** Prints a result, for people or as JSON. */
export function printBench(
  summary: BenchSummary,
  { out, json }: { readonly out: string; readonly json?: boolean },
): void {
  process.stdout.write(json === true ? `${JSON.stringify(summary)}\n` : renderBench(summary, out));
}

/** A result for people: pass@k first. */
function renderBench(summary: BenchSummary, out: string): string {
  const { problems, samples, unjudged, unsampled, by_verdict: verdicts, strengthened, ill_typed: illTyped } = summary;
  const sampled = problems - unsampled.length;
  const missing = unsampled.length > 0 ? ` (${unsampled.length} without a sample)` : '';
  const costs = summary.cost_usd > 0 ? `, $${summary.cost_usd.toFixed(2)}` : '';
  const { prompt, completion } = summary.tokens;
  return lines([
    ...passRows(summary.pass_at, ''),
    ...(strengthened ? passRows(strengthened.pass_at, ` without ${strengthened.left_out.length} doubtful`) : []),
    ['problems', `${sampled} of ${problems}${missing}`],
    ['samples', `${samples}${unjudged > 0 ? `, ${unjudged} of them not judged` : ''}`],
    ['verdicts', counted(verdicts)],
    ...(illTyped > 0 ? [['ill-typed', `${illTyped} of the accepted, under a strict check`] as const] : []),
    ...(completion > 0 ? [['tokens', `${prompt} in, ${completion} out${costs}`] as const] : []),
    ['files', `${out}/: results.jsonl, summary.json, summary.md, report.html`],
  ]);
}

/** An audit for people: the problems that are not to be trusted first. */
export function renderAudit({ found, problems, mutants }: AuditSummary, out: string): string {
  const { sound, unchecked, ...doubtful } = found;
  return lines([
    ['problems', `${problems}, ${sound.length} of them sound`],
    ...Object.entries(doubtful).map(([finding, ids]) => [finding, named(ids)] as const),
    ...(unchecked.length > 0 ? [['unchecked', named(unchecked)] as const] : []),
    ['mutants', `${mutants.noticed} noticed, ${mutants.missed} missed, ${mutants.equivalent} probably no mistakes`],
    ['files', `${out}/: audit.jsonl, audit.json, audit.md`],
  ]);
}

/** A comparison for people. */
export function renderComparison({ results, differences, pairs }: Comparison): string {
  return lines([
    ...results.flatMap(({ name, pass_at: passAt }) => passRows(passAt, ` ${name}`)),
    ...differences.map((row) => [`pass@${row.k}`, `${row.b} against ${row.a}: ${differenceInWords(row)}`] as const),
    ...pairs.flatMap(({ a, b, only_a: onlyA, only_b: onlyB, left_out: leftOut }) => [
      [`only ${a}`, named(onlyA)] as const,
      [`only ${b}`, named(onlyB)] as const,
      ...(leftOut.length > 0 ? [['left out', named(leftOut)] as const] : []),
    ]),
  ]);
}

type Row = readonly [name: string, value: string];

const shownIds = 8;

function passRows(passAt: PassAt, of: string): Row[] {
  return Object.entries(passAt).map(([k, value]) => [`pass@${k}${of}`, percentWithInterval(value)]);
}

function named(ids: readonly string[]): string {
  if (ids.length === 0) return 'none';
  const more = ids.length > shownIds ? `, and ${ids.length - shownIds} more` : '';
  return `${ids.length}: ${ids.slice(0, shownIds).join(', ')}${more}`;
}

function counted(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  return entries.length === 0 ? 'none' : entries.map(([name, times]) => `${times} ${name}`).join(', ');
}

function lines(rows: readonly Row[]): string {
  const named = rows.map(([name, value]): Row => [printable(name), value]);
  return renderPairs(named, Math.max(...named.map(([name]) => name.length)) + 2);
}
