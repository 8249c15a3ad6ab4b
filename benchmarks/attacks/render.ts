import { median, table } from '../table.ts';
import type { Peak } from './process-tree.ts';
import type { Finding } from './run-case.ts';

export interface Bounds {
  readonly concurrency: number;
  readonly memoryMb: number;
  /** What the processes take before any candidate, and what a child may take beyond its limit before it is killed. */
  readonly constantMb: number;
}

export interface AttackReport {
  readonly findings: readonly Finding[];
  readonly peak: Peak;
  readonly bounds: Bounds;
}

export const boundMb = ({ concurrency, memoryMb, constantMb }: Bounds): number => concurrency * memoryMb + constantMb;

/** A table of what went otherwise than expected, how many cases did not, and the memory of all processes. */
export function renderAttacks({ findings, peak, bounds }: AttackReport): string {
  const unexpected = findings.filter(({ problems }) => problems.length > 0);
  const rows = unexpected.flatMap(({ problems, ...it }) =>
    problems.map((problem) => [it.class, it.name, it.expected, problem.replaceAll(/\s+/g, ' ')]),
  );
  const { concurrency, memoryMb, constantMb } = bounds;
  const [treeMb, childrenMb] = [peak.treeMb, peak.childrenMb].map(Math.round);
  return [
    rows.length === 0 ? '' : `${table([['class', 'case', 'expected', 'seen'], ...rows])}\n`,
    `${findings.length - unexpected.length} of ${findings.length} cases ended as expected\n\n`,
    table([['class', 'cases', 'unexpected', 'median ms', 'longest ms'], ...byClass(findings)]),
    `\nmemory of all processes: at most ${treeMb} MB (children ${childrenMb} MB), allowed ${boundMb(bounds)} MB`,
    ` = ${concurrency} × ${memoryMb} MB + ${constantMb} MB\n`,
  ].join('');
}

function byClass(findings: readonly Finding[]): (string | number)[][] {
  const groups = Object.entries(Object.groupBy(findings, (it) => it.class));
  return groups.map(([name, group = []]) => {
    const times = group.map(({ tookMs }) => tookMs);
    const unexpected = group.filter(({ problems }) => problems.length > 0).length;
    return [name, group.length, unexpected, Math.round(median(times)), Math.round(Math.max(...times))];
  });
}
