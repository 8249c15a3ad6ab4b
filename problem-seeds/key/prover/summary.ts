import type { RecordedSeed } from './recorded.ts';

/** Counts over keys: solutions and suites, right, and wrong by defect. */
export function summary(seeds: readonly RecordedSeed[]): string {
  const solutions = seeds.flatMap(({ key }) => Object.values(key.solutions).map(labelOf));
  const suites = seeds.flatMap(({ key }) => Object.values(key.suites));
  const weak = suites.filter((suite) => suite.truth === 'right' && suite.letsThrough.length > 0).length;
  return [
    `${seeds.length} seeds`,
    `${solutions.length} solutions: ${counts(solutions)}`,
    `${suites.length} suites: ${counts(suites.map(labelOf))}; ${weak} of the right ones let a wrong solution through`,
  ].join('\n');
}

function labelOf(truth: { readonly truth: 'right' } | { readonly truth: 'wrong'; readonly defect: string }): string {
  return truth.truth === 'right' ? 'right' : truth.defect;
}

function counts(labels: readonly string[]): string {
  const byLabel = Map.groupBy(labels, (label) => label);
  return [...byLabel]
    .map(([label, all]) => [label, all.length] as const)
    .toSorted((a, b) => b[1] - a[1])
    .map(([label, count]) => `${count} ${label}`)
    .join(', ');
}
