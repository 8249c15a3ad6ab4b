import type { BehaviourEvidence, MutantEvidence, MutationEvidence } from '../../core/evidence.ts';
import { chapter, fact, factsBlock, table, type Block, type Chapter, type Fact } from './chapter.ts';
import type { Story } from './story.ts';
import { percent } from './words.ts';

/** What speaks for a sample: agreement, mutants, behaviour, and what the confidence is made of. */
export function evidenceChapter({ evidence, confidence }: Story): Chapter[] {
  if (!evidence) return [];
  const { agreeing, judged, mutation, behaviour, signals = {} } = evidence;
  return chapter('Evidence', [
    factsBlock([
      confidence === undefined ? undefined : fact('confidence', confidence),
      fact('agreement', `${agreeing} of ${judged} judged solutions pass every suite that is gone by`),
      ...(mutation ? mutationFacts(mutation) : []),
      ...(behaviour ? behaviourFacts(behaviour) : []),
    ]),
    table(
      ['signal', 'value', 'weight'],
      Object.entries(signals).map(([name, { value, weight }]) => [
        { text: name },
        { text: String(round(value)) },
        { text: String(round(weight)) },
      ]),
    ),
    ...(mutation?.kind === 'scored' ? survivors(mutation) : []),
    table(
      ['input', 'this solution', 'most others'],
      (behaviour?.differences ?? []).map(({ input, own, plurality }) => [
        { text: input },
        { text: own },
        { text: plurality },
      ]),
    ),
  ]);
}

function mutationFacts(mutation: MutationEvidence): Fact[] {
  if (mutation.kind === 'unscored') return [fact('mutants', `not tried: ${mutation.because}`)];
  const { killed, stopped, total, equivalent, untried, score, acceptedStubs } = mutation;
  const parts = [`${killed} killed`, `${stopped} stopped`, `${equivalent} equivalent`, `${untried} untried`];
  return [
    fact('mutants', `${total}: ${parts.join(', ')}${score === undefined ? '' : `; score ${percent(score)}`}`),
    fact('accepted stubs', acceptedStubs.length === 0 ? 'none' : acceptedStubs.join(', ')),
  ];
}

function behaviourFacts({ from, calls, group, peers, majority, throws }: BehaviourEvidence): Fact[] {
  return [
    fact('behaviour', `${calls} calls (inputs from ${from}): as ${group} of ${peers} different solutions do`),
    fact('majority', `${majority}; ${percent(throws)} of the calls threw`),
  ];
}

function survivors({ survived, uncovered }: Extract<MutationEvidence, { kind: 'scored' }>): (Block | undefined)[] {
  const row = ({ line, mutator, original, replacement }: MutantEvidence, how: string) =>
    [String(line), mutator, original, replacement, how].map((text) => ({ text }));
  return [
    table(
      ['line', 'mutant', 'was', 'became', ''],
      [...survived.map((mutant) => row(mutant, 'survived')), ...uncovered.map((mutant) => row(mutant, 'not reached'))],
    ),
  ];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
