import type { Judgement } from '../../core/verdict.ts';
import type { Candidate } from '../../verify/candidate.ts';
import type { RunPorts } from '../ports.ts';
import { allDone } from '../stop.ts';
import type { LaneRecord } from './record.ts';
import type { Written } from './write-all.ts';

type Codes = Pick<Written, 'solutions' | 'suites' | 'language'>;

/** Judges every solution against every suite: one row a solution, one column a suite. */
export async function judgeMatrix(
  ports: RunPorts,
  { solutions, suites }: Codes,
  record: LaneRecord,
): Promise<Judgement[][]> {
  const revised = solutions.filter(({ derivedFrom }) => derivedFrom !== undefined).length;
  record.tally.make('solve', 'solution', solutions.length - revised);
  record.tally.make('revise', 'solution', revised);
  return await judgeSuites(ports, { solutions, suites }, record);
}

/** Judges every solution against suites that no solution has met yet: the columns that these add to the matrix. */
export async function judgeSuites(
  ports: RunPorts,
  { solutions, suites, language }: Codes,
  record: LaneRecord,
): Promise<Judgement[][]> {
  const revised = suites.filter(({ revisionOf }) => revisionOf !== undefined).length;
  record.tally.make('tests', 'suite', suites.length - revised);
  record.tally.make('revise', 'suite', revised);
  return await judgeSolutions(ports, { solutions, suites, ...(language && { language }) }, record);
}

/** Judges solutions that no suite has met yet against suites that others have: the rows that these add. */
export async function judgeSolutions(
  ports: RunPorts,
  { solutions, suites, language }: Codes,
  record: LaneRecord,
): Promise<Judgement[][]> {
  record.tally.make('tests', 'candidate', solutions.length * suites.length);
  const { seed } = ports.config;
  const rows = solutions.map(({ code: solution }) =>
    allDone(suites.map(({ code: suite }) => judgeOne(ports, { solution, suite, seed, ...(language && { language }) }))),
  );
  const judgements = await allDone(rows);
  for (const judgement of judgements.flat()) count(record, judgement);
  return judgements;
}

async function judgeOne(ports: RunPorts, candidate: Candidate): Promise<Judgement> {
  const outcome = await ports.judge(candidate);
  return outcome.ok ? { kind: 'judged', verdict: outcome.value } : { kind: 'unjudged', fault: outcome.fault };
}

function count(record: LaneRecord, judgement: Judgement): void {
  if (judgement.kind === 'unjudged') record.fault('judge', judgement.fault);
  else if (judgement.verdict.kind === 'accepted') record.keep('judge');
  else record.drop('judge', { kind: 'failed', verdict: judgement.verdict });
}
