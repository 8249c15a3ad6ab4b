import type { SolutionDefect, SolutionTruth } from '../key.ts';
import { type ObservedSolution, runs } from './observed.ts';

/** Defects that may show as a type error, or keep a module from being called at all. */
export const mayBeIllTyped: ReadonlySet<SolutionDefect> = new Set([
  'ill-typed',
  'hallucinated-api',
  'wrong-entry-point',
  'truncated',
  'wrong-language',
]);

/** Where the truth about a solution and what was observed part. */
export function aboutSolution(name: string, truth: SolutionTruth, seen: ObservedSolution | undefined): string[] {
  if (seen === undefined) return [];
  return truth.truth === 'right' ? aboutRight(name, seen) : aboutWrong(name, truth.defect, seen);
}

/** What contradicts that a solution is right. */
export function aboutRight(name: string, seen: ObservedSolution): string[] {
  if (!seen.extracted) return [`${name} is right, but is not extracted (${seen.problem}): ${seen.message}`];
  return [
    ...seen.typeErrors.slice(0, 1).map((error) => `${name} is right, but ill-typed: ${error}`),
    ...seen.misfits.slice(0, 1).map((error) => `${name} is right, but has not the task's signature: ${error}`),
    ...(seen.behaviour.kind === 'agrees' ? [] : [`${name} is right, but ${behaves(seen)}`]),
  ];
}

function aboutWrong(name: string, defect: SolutionDefect, seen: ObservedSolution): string[] {
  const claim = `${name} is wrong (${defect}), but`;
  if (defect === 'truncated' || defect === 'wrong-language') {
    const isUsable =
      seen.extracted && seen.typeErrors.length === 0 && runs(seen) && seen.behaviour.kind !== 'lacks-entry-point';
    return isUsable ? [`${claim} it is extracted, compiles and has the entry point`] : [];
  }
  if (!seen.extracted) return [`${claim} it is not extracted (${seen.problem}): ${seen.message}`];
  if (seen.behaviour.kind === 'broken-key') return [`${claim} ${behaves(seen)}`];
  return [...typeClaims(claim, defect, seen), ...behaviourClaims(claim, defect, seen)];
}

type Extracted = ObservedSolution & { readonly extracted: true };

function typeClaims(claim: string, defect: SolutionDefect, seen: Extracted): string[] {
  const first = seen.typeErrors[0];
  if (defect === 'ill-typed') return first === undefined ? [`${claim} tsc finds nothing`] : [];
  return first === undefined || mayBeIllTyped.has(defect) ? [] : [`${claim} it is ill-typed: ${first}`];
}

function behaviourClaims(claim: string, defect: SolutionDefect, seen: Extracted): string[] {
  const { kind } = seen.behaviour;
  switch (defect) {
    case 'ill-typed':
      return [];
    case 'never-ends':
      return kind === 'never-ends' ? [] : [`${claim} it ends: ${behaves(seen)}`];
    case 'wrong-entry-point':
      return kind === 'lacks-entry-point' ? [] : [`${claim} ${behaves(seen)}`];
    case 'hallucinated-api':
      return kind === 'agrees' ? [`${claim} ${behaves(seen)}`] : [];
    default:
      return kind === 'disagrees' ? [] : [`${claim} ${behaves(seen)}`];
  }
}

/** The behaviour as the end of a sentence. */
function behaves({ behaviour }: Extracted): string {
  switch (behaviour.kind) {
    case 'agrees':
      return `agrees with the oracle on all ${behaviour.cases} cases`;
    case 'disagrees':
      return `disagrees on ${behaviour.disagreements} of ${behaviour.cases} cases; first: ${behaviour.first}`;
    case 'does-not-load':
      return `does not load: ${behaviour.message}`;
    case 'lacks-entry-point':
      return `lacks the entry point; it exports ${behaviour.exports.join(', ') || 'nothing'}`;
    case 'never-ends':
      return 'has not ended in time';
    case 'broken-key':
      return `the key itself fails: ${behaviour.message}`;
  }
}
