import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonMarkdown } from '../../bench/numbers/compare-markdown.ts';
import type { Comparison } from '../../bench/numbers/compare.ts';
import { summaryMarkdown } from '../../bench/numbers/markdown.ts';
import { inputError } from '../../core/error.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import type { BenchSummary } from '../bench/bench-summary.ts';
import { compareResults } from '../bench/compare-results.ts';
import { readSummary } from '../bench/read-summary.ts';
import { gatherRun } from './gather-run.ts';

/** The name of the page in a folder. */
export const pageName = 'report.html';

export type PageFormat = 'html' | 'md';

// What was judged is shown even where the run was stopped.
const never = new AbortController().signal;

/** Writes the page about a run beside its files. */
export async function writeRunPage(folder: string): Promise<void> {
  await writeAtomically(join(folder, pageName), [await runText(folder, 'html')]);
}

/** Writes the page about a benchmark beside its files. */
export async function writeBenchPage(folder: string, summary: BenchSummary): Promise<void> {
  await writeAtomically(join(folder, pageName), [await benchText(summary, 'html')]);
}

/** Writes the page about a comparison into a folder. */
export async function writeComparisonPage(folder: string, comparison: Comparison): Promise<void> {
  await writeAtomically(join(folder, pageName), [await comparisonText(comparison, 'html')]);
}

/** The page about a run, a result of a benchmark, or several of these. Throws an input error for folders of neither. */
export async function pageOf(folders: readonly string[], format: PageFormat): Promise<string> {
  const [folder, ...others] = folders;
  if (folder === undefined) throw inputError('bad-usage', 'winnow report needs a folder.');
  if (others.length > 0) return await comparisonText(await compareResults({ dirs: folders }), format);
  if (existsSync(join(folder, 'summary.json'))) return await benchText(readSummary(folder), format);
  return await runText(folder, format);
}

/** What draws a page is loaded only when one is drawn. */
async function runText(folder: string, format: PageFormat): Promise<string> {
  const facts = await gatherRun(folder, never);
  if (format === 'md') return (await import('../../report/run/run-markdown.ts')).runMarkdown(facts);
  return (await import('../../report/run/run-page.ts')).runPage(facts);
}

async function benchText(summary: BenchSummary, format: PageFormat): Promise<string> {
  if (format === 'md') return summaryMarkdown(summary, summary.title);
  return (await import('../../report/bench/bench-page.ts')).benchPage(summary);
}

async function comparisonText(comparison: Comparison, format: PageFormat): Promise<string> {
  if (format === 'md') return comparisonMarkdown(comparison);
  return (await import('../../report/bench/comparison-page.ts')).comparisonPage(comparison);
}
