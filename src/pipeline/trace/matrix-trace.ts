import type { Solution, Suite } from '../../core/task.ts';
import type { MatrixTrace, TracedSuite, TracedText, TracedVerdict } from '../../core/trace.ts';
import type { Judgement } from '../../core/verdict.ts';
import type { DecidedTask } from '../lane/decided-task.ts';

/** What a lane stores of the verdicts about its task, for whoever asks how a row was decided. */
export function matrixTrace({
  written,
  judgements,
  decision,
}: Pick<DecidedTask, 'written' | 'judgements' | 'decision'>): MatrixTrace {
  const { task, solutions, suites } = written;
  return {
    task: task.id,
    solutions: solutions.map(tracedText),
    suites: suites.map((suite, index) => tracedSuite(suite, decision.suites[index]?.kind === 'supported')),
    verdicts: judgements.map((row) => row.map(tracedVerdict)),
  };
}

function tracedText({
  id,
  code,
  origin,
  derivedFrom,
}: Pick<Solution, (keyof TracedText & keyof Solution) | 'origin'>): TracedText {
  const { sample, prompt } = origin;
  return { id, code, sample, ...(prompt && { prompt: prompt.name }), ...(derivedFrom && { derivedFrom }) };
}

function tracedSuite({ blind, repairOf, revisionOf, ...suite }: Suite, supported: boolean): TracedSuite {
  const derivedFrom = repairOf === undefined ? revision(revisionOf) : ({ by: 'repair', from: repairOf } as const);
  return { ...tracedText({ ...suite, ...(derivedFrom && { derivedFrom }) }), blind, supported };
}

function revision(from: string | undefined): TracedText['derivedFrom'] {
  return from === undefined ? undefined : { by: 'revision', from };
}

function tracedVerdict(judgement: Judgement): TracedVerdict {
  if (judgement.kind === 'unjudged') return judgement;
  const { verdict } = judgement;
  return verdict.kind === 'accepted' ? { kind: 'accepted', tests: verdict.checks.length } : verdict;
}
