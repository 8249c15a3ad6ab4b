import type { CallOutcome } from '../behaviour/behaviour.ts';

export interface Equality {
  /** `null` and `undefined` are the same answer. */
  readonly looseNull?: boolean;
  /** 0 and -0 are different answers. */
  readonly signedZero?: boolean;
}

// A string of the canonical text, which is left as it is, or a word that may stand for another.
const stringOrWord = /"(?:[^"\\]|\\.)*"|(?<![\w.])undefined\b|(?<![\w.-])-0(?![\w.])/g;

/** The text by which outcomes are told apart; undefined for one that was not observed. */
export function outcomeKey(
  outcome: CallOutcome,
  { looseNull = false, signedZero = false }: Equality,
): string | undefined {
  if (outcome.kind === 'unobserved') return undefined;
  if (outcome.kind === 'threw') return 'threw';
  return outcome.text.replace(stringOrWord, (found) => {
    if (found === 'undefined') return looseNull ? 'null' : found;
    if (found === '-0') return signedZero ? found : '0';
    return found;
  });
}

/** An outcome as people read it. */
export function outcomeText(outcome: CallOutcome): string {
  return outcome.kind === 'unobserved'
    ? '(not observed)'
    : outcome.kind === 'threw'
      ? `throws ${outcome.text}`
      : outcome.text;
}
