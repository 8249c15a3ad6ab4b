import { inputError } from '../../core/error.ts';
import type { Problem } from '../problem.ts';
import type { ResultRow } from '../result.ts';

/** What became of the samples of one problem. */
export interface ProblemTally {
  readonly id: string;
  readonly topics: readonly string[];
  readonly difficulty?: string;
  /** Samples with a verdict. */
  readonly judged: number;
  readonly passed: number;
  /** Samples that a fault of our own machinery kept from one. */
  readonly unjudged: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** Accepted ones that a strict type check rejects. */
  readonly illTyped: number;
  /** How the programs were found in the replies. */
  readonly forms: Readonly<Record<'program' | 'continuation' | 'none', number>>;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costUsd: number;
  /** Of judging, all samples together. */
  readonly durationMs: number;
}

export type Tallies = Map<string, ProblemTally>;

/** A tally of nothing for each problem, in their order. */
export function emptyTallies(problems: readonly Pick<Problem, 'id' | 'topics' | 'difficulty'>[]): Tallies {
  return new Map(problems.map((problem) => [problem.id, emptyTally(problem)]));
}

function emptyTally({ id, topics, difficulty }: Pick<Problem, 'id' | 'topics' | 'difficulty'>): ProblemTally {
  return {
    id,
    topics,
    ...(difficulty !== undefined && { difficulty }),
    judged: 0,
    passed: 0,
    unjudged: 0,
    verdicts: {},
    illTyped: 0,
    forms: { program: 0, continuation: 0, none: 0 },
    promptTokens: 0,
    completionTokens: 0,
    costUsd: 0,
    durationMs: 0,
  };
}

/** Counts a row. Throws an input error for one of a problem that is not there. */
export function addRow(tallies: Tallies, row: ResultRow): void {
  const tally = tallies.get(row.task_id);
  if (tally === undefined) {
    throw inputError('unknown-problem', `The results have a sample of ${row.task_id}, which is no problem of the set.`);
  }
  const { usage, cost_usd: cost = 0 } = row;
  const counted: ProblemTally = {
    ...tally,
    promptTokens: tally.promptTokens + (usage?.prompt_tokens ?? 0),
    completionTokens: tally.completionTokens + (usage?.completion_tokens ?? 0),
    costUsd: tally.costUsd + cost,
    durationMs: tally.durationMs + (row.duration_ms ?? 0),
  };
  tallies.set(row.task_id, row.verdict ? withVerdict(counted, row, row.verdict.kind) : withFault(counted));
}

function withFault(tally: ProblemTally): ProblemTally {
  return { ...tally, unjudged: tally.unjudged + 1 };
}

function withVerdict(tally: ProblemTally, row: ResultRow, kind: string): ProblemTally {
  const passes = kind === 'accepted';
  const form = row.extracted?.form ?? 'none';
  return {
    ...tally,
    judged: tally.judged + 1,
    passed: tally.passed + (passes ? 1 : 0),
    verdicts: { ...tally.verdicts, [kind]: (tally.verdicts[kind] ?? 0) + 1 },
    illTyped: tally.illTyped + (passes && (row.type_errors ?? 0) > 0 ? 1 : 0),
    forms: { ...tally.forms, [form]: tally.forms[form] + 1 },
  };
}
