import type { Call, CallOutcome } from '../../../../src/verify/behaviour/behaviour.ts';
import type { Voter } from '../../../../src/verify/agreement/voter.ts';

/** A voter whose outcomes are given as words: `!Name` throws, `?` was not observed, anything else is returned. */
export function voter(outcomes: readonly string[], parts: Partial<Omit<Voter, 'behaviour'>> = {}): Voter {
  const calls = outcomes.map((word, at): Call => ({
    input: `[${at}]`,
    outcome: outcome(word),
    changed: false,
    unsteady: false,
  }));
  made++;
  return {
    behaviour: { kind: 'observed', calls },
    code: `f = () => ${made}`,
    source: { model: 'a', temperature: 0.8 },
    ...parts,
  };
}

let made = 0;

function outcome(word: string): CallOutcome {
  if (word === '?') return { kind: 'unobserved' };
  return word.startsWith('!') ? { kind: 'threw', text: word.slice(1) } : { kind: 'returned', text: word };
}

export const failedVoter: Voter = {
  behaviour: { kind: 'failed', verdict: { kind: 'tampered', what: 'a test' } },
  code: 'f = 0',
  source: { model: 'a' },
};
