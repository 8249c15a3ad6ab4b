import type { MutantEvidence } from '../../core/evidence.ts';
import type { WeakSuite } from '../../generate/repair-suite.ts';
import type { SolutionDecision } from '../../verify/decide.ts';
import type { DecidedTask } from './decided-task.ts';

/** The share of mutants from which on a suite is left alone: the last survivors mostly are no mistakes. */
const enough = 0.9;

export interface ScoredSuite extends WeakSuite {
  /** Share of the solution's mutants that the suite kills. */
  readonly score: number;
}

/** The suite of the first kept solution, or else of the first that only its mutants keep out, if it lets many live. */
export function weakSuiteOf({ written, decision }: Pick<DecidedTask, 'written' | 'decision'>): ScoredSuite | undefined {
  const scored = decision.solutions.map(scoreOf);
  const kept = decision.solutions.findIndex(({ kind }) => kind === 'keep');
  const first = kept === -1 ? scored.findIndex((one) => one !== undefined) : kept;
  const [solution, own] = [written.solutions[first], scored[first]];
  const suite = written.suites.find(({ id }) => id === own?.suite);
  if (!solution || !suite || !own || own.score >= enough || own.survivors.length === 0) return undefined;
  return { solution, suite, survivors: own.survivors, score: own.score };
}

interface Score {
  readonly suite: string | undefined;
  readonly score: number;
  readonly survivors: readonly MutantEvidence[];
}

function scoreOf(fate: SolutionDecision): Score | undefined {
  if (fate.kind === 'keep') return keptScore(fate);
  if (fate.kind !== 'drop' || fate.reason.kind !== 'unproven') return undefined;
  const { suite, reason } = fate;
  return reason.because === 'mutants-survive' ? { suite, score: reason.score, survivors: reason.survived } : undefined;
}

function keptScore({ suite, evidence }: Extract<SolutionDecision, { kind: 'keep' }>): Score | undefined {
  const { mutation } = evidence;
  if (mutation?.kind !== 'scored' || mutation.score === undefined) return undefined;
  return { suite, score: mutation.score, survivors: [...mutation.survived, ...mutation.uncovered] };
}

/** The share of mutants that a solution's row's suite kills, where the solution is kept by that suite. */
export function keptBy(suite: string, fate: SolutionDecision | undefined): number | undefined {
  return fate?.kind === 'keep' && fate.suite === suite ? keptScore(fate)?.score : undefined;
}
