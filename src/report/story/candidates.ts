import { contentId } from '../../core/id.ts';
import type { RejectedRow } from '../../core/rows.ts';
import type { TracedText } from '../../core/trace.ts';
import type { JudgedSample, LaneFacts } from './lane-facts.ts';
import type { SolutionDecision, SolutionStory, SuiteStory } from './story.ts';

/** What a task's candidates are told from: those that were judged, or else what the rows say of them. */
export interface OwnCode {
  readonly task: string;
  readonly solution?: string | undefined;
}

/** The solutions of a task, in the order in which they were written. */
export function solutionStories(facts: LaneFacts, own: OwnCode): SolutionStory[] {
  const traced = matrixOf(facts, own)?.solutions ?? untracedSolutions(facts, own.task);
  const names = namesOf('solution', traced);
  const verdicts = matrixOf(facts, own)?.verdicts ?? [];
  return traced.map((text, index) => ({
    name: names.get(text.id) ?? '',
    id: text.id,
    code: text.code,
    isOwn: text.code === own.solution,
    ...derivedFrom(text, names),
    verdicts: verdicts[index] ?? [],
    decision: decisionOf(facts, own.task, text.code),
  }));
}

/** The suites of a task, in the order in which they were written. */
export function suiteStories(facts: LaneFacts, own: OwnCode): SuiteStory[] {
  const traced = matrixOf(facts, own)?.suites;
  const suites = traced ?? untracedSuites(facts, own.task);
  const names = namesOf('suite', suites);
  return suites.map((suite) => {
    const dropped = rejectionsOf(facts, own.task).find(
      ({ stage, tests }) => stage === 'support' && tests === suite.code,
    );
    return {
      name: names.get(suite.id) ?? '',
      id: suite.id,
      code: suite.code,
      ...('blind' in suite && { blind: suite.blind, supported: suite.supported }),
      ...derivedFrom(suite, names),
      ...(dropped && { row: dropped.id, reason: dropped.reason }),
    };
  });
}

function matrixOf({ matrix }: LaneFacts, { task }: OwnCode): LaneFacts['matrix'] {
  return matrix?.task === task ? matrix : undefined;
}

function namesOf(what: string, texts: readonly TracedText[]): Map<string, string> {
  return new Map(texts.map(({ id }, index) => [id, `${what} ${index + 1}`]));
}

function derivedFrom({ derivedFrom: derivation }: TracedText, names: Map<string, string>): { derived?: string } {
  if (!derivation) return {};
  return { derived: `a ${derivation.by} of ${names.get(derivation.from) ?? derivation.from}` };
}

function rejectionsOf({ rejected }: LaneFacts, task: string): readonly RejectedRow[] {
  return rejected.filter((row) => row.task?.id === task);
}

function decisionOf(facts: LaneFacts, task: string, code: string): SolutionDecision {
  const sample = samplesOf(facts, task).find(({ row }) => row.solution === code);
  if (sample) {
    const { id: row, confidence } = sample.row;
    return { kind: 'accepted', row, confidence, fate: sample.fate };
  }
  const rejected = rejectionsOf(facts, task).find(({ stage, solution }) => stage === 'decide' && solution === code);
  if (!rejected) return { kind: 'unknown' };
  return { kind: 'rejected', row: rejected.id, stage: rejected.stage, reason: rejected.reason };
}

function samplesOf({ samples }: LaneFacts, task: string): readonly JudgedSample[] {
  return samples.filter(({ row }) => row.task.id === task);
}

/** Where no verdicts are stored: every solution that a row has. */
function untracedSolutions(facts: LaneFacts, task: string): TracedText[] {
  const accepted = samplesOf(facts, task).map(({ row }) => row.solution);
  const rejected = rejectionsOf(facts, task).flatMap(({ stage, solution }) =>
    stage === 'decide' && solution !== undefined ? [solution] : [],
  );
  return [...new Set([...accepted, ...rejected])].map((code, sample) => ({
    id: contentId('sol', [task, code]),
    code,
    sample,
  }));
}

function untracedSuites(facts: LaneFacts, task: string): TracedText[] {
  const ofSamples = samplesOf(facts, task).map(({ row }) => row.tests);
  const ofRejected = rejectionsOf(facts, task).flatMap(({ tests }) => tests ?? []);
  return [...new Set([...ofSamples, ...ofRejected])].map((code, sample) => ({
    id: contentId('suite', [task, code]),
    code,
    sample,
  }));
}
