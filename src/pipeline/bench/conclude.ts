import { join } from 'node:path';
import { untrusted } from '../../bench/audit/summary.ts';
import { chooseKs } from '../../bench/numbers/choose-ks.ts';
import { summaryMarkdown } from '../../bench/numbers/markdown.ts';
import { summarise } from '../../bench/numbers/summary.ts';
import { addRow, emptyTallies, type ProblemTally } from '../../bench/numbers/tally.ts';
import type { ProblemSet } from '../../bench/problem.ts';
import type { ResultRow } from '../../bench/result.ts';
import { inputError } from '../../core/error.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import { writeBenchPage } from '../report/write-page.ts';
import type { BenchSummary } from './bench-summary.ts';
import { readAudit } from './read-audit.ts';
import { resultsIn } from './score.ts';
import { decisiveForBench, testsOf, type BenchSettings } from './settings.ts';

export interface ConcludeOptions {
  readonly set: ProblemSet;
  /** As people call the result. */
  readonly title: string;
  readonly dir: string;
  readonly settings: BenchSettings;
  /** The values of k that were asked for; those that there are samples for unless given. */
  readonly ks?: readonly number[];
  /** Directory of an audit: what it does not trust is left out of a second score. */
  readonly audit?: string;
  /** Who was asked, and how; absent for samples that somebody else took. */
  readonly sampling?: Readonly<Record<string, unknown>>;
  /** Why there are fewer samples than were asked for. */
  readonly stopped?: string;
}

/** Sums up `results.jsonl` in `summary.json` and `summary.md`. Throws an input error for a k that a problem does not allow. */
export async function conclude(options: ConcludeOptions): Promise<BenchSummary> {
  const { set, title, dir, settings, sampling, stopped } = options;
  const tallies = await talliesOf(options);
  const audit = options.audit === undefined ? undefined : readAudit(options.audit, set.digest);
  const ks = chooseKs(tallies, options.ks);
  const summary: BenchSummary = {
    title,
    set: { shape: set.shape, digest: set.digest },
    ...summarise(tallies, { ks, ...(audit && { leftOut: new Set(untrusted(audit)) }) }),
    settings: decisiveForBench(settings),
    ...(sampling && { sampling }),
    ...(stopped !== undefined && { stopped }),
  };
  await writeAtomically(join(dir, 'summary.json'), [`${JSON.stringify(summary, undefined, 2)}\n`]);
  await writeAtomically(join(dir, 'summary.md'), [summaryMarkdown(summary, title)]);
  await writeBenchPage(dir, summary);
  return summary;
}

async function talliesOf({ set, dir, settings }: ConcludeOptions): Promise<readonly ProblemTally[]> {
  const tested = set.problems.filter((problem) => testsOf(problem, settings.tests) !== '');
  if (tested.length === 0) throw withoutTests(settings);
  const tallies = emptyTallies(tested);
  const file = resultsIn(dir);
  using source = await openBytes(file);
  for await (const line of readLines(source, new AbortController().signal)) {
    const parsed = parseLine(line);
    if (!parsed.ok) throw inputError('bad-line', `${file}:${line.number}: ${parsed.problem}`);
    addRow(tallies, parsed.value as ResultRow);
  }
  return [...tallies.values()];
}

function withoutTests({ tests }: BenchSettings): Error {
  return inputError('no-tests', `No problem of the set has ${tests} tests. Leave out --tests, or choose another set.`);
}
