import type { Ended, Refusal } from './judging-queue.ts';
import { clientGone, type Failure, overloaded, Refused, stopping } from './failures.ts';
import type { Judged, Unjudged } from './program-judge.ts';

/** A program with its results, or with none and the reason why. The fields are a public contract. */
export interface ProgramAnswer {
  /** For each test, 1 where it accepts the program and 0 where it does not; null where nothing was judged. */
  readonly results: readonly (0 | 1)[] | null;
  /** Seconds of wall time for each test. */
  readonly runtimes: readonly number[] | null;
  readonly verdicts: readonly Readonly<Record<string, unknown>>[] | null;
  /** The form in which a reply held the program, where it was no program itself. */
  readonly extracted?: string;
  readonly fault?: Unjudged;
}

const refusals: Readonly<Record<Refusal, Failure>> = {
  'waited-too-long': overloaded,
  'client-gone': clientGone,
  stopping,
};

/** What a single program comes to. Throws `Refused` where it has no results. */
export function answerOf(ended: Ended): ProgramAnswer {
  if ('refusal' in ended) throw new Refused(refusals[ended.refusal]);
  const { judged } = ended;
  if (judged.ok) return resultsOf(judged);
  const { code, message, retryable } = judged.fault;
  throw new Refused({ status: judged.isBadTest ? 400 : 503, code, message, isWorthRetrying: retryable });
}

/** What a program among others comes to: one that was not judged leaves the others their results. */
export function batchAnswerOf(ended: Ended): ProgramAnswer {
  if ('judged' in ended && ended.judged.ok) return resultsOf(ended.judged);
  return { results: null, runtimes: null, verdicts: null, fault: faultOf(ended) };
}

function resultsOf({ results, extracted }: Judged & { readonly ok: true }): ProgramAnswer {
  return {
    results: results.map(({ isPassed }) => (isPassed ? 1 : 0)),
    runtimes: results.map(({ durationMs }) => Math.round(durationMs) / 1000),
    verdicts: results.map(({ verdict }) => verdict),
    ...(extracted !== undefined && { extracted }),
  };
}

function faultOf(ended: Ended): Unjudged {
  if ('judged' in ended) {
    if (ended.judged.ok) throw new Error('a program with results has no fault');
    return ended.judged.fault;
  }
  const { code, message, isWorthRetrying: retryable } = refusals[ended.refusal];
  return { boundary: 'server', code, message, retryable };
}
