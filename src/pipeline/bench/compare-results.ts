import { join } from 'node:path';
import { compare, type ComparedResult, type Comparison, hasK } from '../../bench/numbers/compare.ts';
import { comparisonMarkdown } from '../../bench/numbers/compare-markdown.ts';
import { inputError } from '../../core/error.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import type { BenchSummary } from './bench-summary.ts';
import { readSummary } from './read-summary.ts';

export interface CompareOptions {
  readonly dirs: readonly string[];
  readonly ks?: readonly number[];
  /** Where `compare.json` and `compare.md` go, if anywhere. */
  readonly out?: string;
}

interface Found {
  readonly dir: string;
  readonly summary: BenchSummary;
}

/** Compares the results of directories. Throws an input error where one has none, or they are of different problems. */
export async function compareResults({ dirs, ks = [], out }: CompareOptions): Promise<Comparison> {
  if (dirs.length < 2) throw inputError('bad-usage', 'Two or more results are needed: winnow bench compare DIR DIR');
  const found = dirs.map((dir) => ({ dir, summary: readSummary(dir) }));
  refuseOtherSets(found);
  const results = found.map(({ dir, summary }): ComparedResult => ({ name: dir, summary }));
  for (const k of ks) refuseMissing(results, k);
  const comparison = compare(results, ks.length > 0 ? { ks } : {});
  if (out !== undefined) {
    await writeAtomically(join(out, 'compare.json'), [`${JSON.stringify(comparison, undefined, 2)}\n`]);
    await writeAtomically(join(out, 'compare.md'), [comparisonMarkdown(comparison)]);
  }
  return comparison;
}

function refuseOtherSets([first, ...others]: readonly Found[]): void {
  const other = others.find(({ summary }) => summary.set.digest !== first?.summary.set.digest);
  if (first === undefined || other === undefined) return;
  throw inputError(
    'other-set',
    `${first.dir} and ${other.dir} are results of different problem sets, or of the same set before and after a change. Score both on one set.`,
  );
}

function refuseMissing(results: readonly ComparedResult[], k: number): void {
  const without = results.find((result) => !hasK(result, k));
  if (without === undefined) return;
  throw inputError('k-missing', `${without.name} has no pass@${k}. Leave out -k, or score it again with -k ${k}.`);
}
