import type { Job, Sandbox } from '../../sandbox/index.ts';
import { describeOutcome, isExpected } from '../../tests/sandbox/attacks/expectation.ts';
import { judgeCase } from '../../tests/sandbox/attacks/judge-case.ts';
import type { BenchmarkCase } from './benchmark-case.ts';

export interface Finding {
  readonly name: string;
  readonly class: string;
  readonly tries: string;
  readonly expected: string;
  /** What went otherwise than expected; none when all is well. */
  readonly problems: readonly string[];
  readonly seen: string;
  readonly tookMs: number;
}

export interface Workplace {
  readonly sandbox: Sandbox;
  /** Passes whatever came before it. */
  readonly honest: Job;
  readonly concurrency: number;
}

/** Judges a case and its probe, then as many honest jobs as there are children, so that each child takes one. */
export async function runCase(it: BenchmarkCase, place: Workplace): Promise<Finding> {
  const startedAt = performance.now();
  const outcome = await judgeCase(place.sandbox, it.job);
  const seen = describeOutcome(outcome);
  const tookMs = performance.now() - startedAt;
  const problems = isExpected(outcome, it.expectations) ? [] : [seen];
  if (it.probe !== undefined) problems.push(...(await probe(it.probe, place)));
  problems.push(...(await honestly(place)));
  const expected = it.expectations.join('|');
  return { name: it.name, class: it.class, tries: it.tries, expected, problems, seen, tookMs };
}

async function probe({ job, alarm }: NonNullable<BenchmarkCase['probe']>, { sandbox }: Workplace): Promise<string[]> {
  const text = JSON.stringify(await judgeCase(sandbox, job));
  const at = text.indexOf(alarm);
  return at === -1 ? [] : [text.slice(at, at + 200)];
}

async function honestly({ sandbox, honest, concurrency }: Workplace): Promise<string[]> {
  const jobs = Array.from({ length: concurrency }, () => judgeCase(sandbox, honest));
  const failed = (await Promise.all(jobs)).filter((outcome) => !isExpected(outcome, ['accepted']));
  return failed.map((outcome) => `an honest solution after it: ${describeOutcome(outcome)}`);
}
