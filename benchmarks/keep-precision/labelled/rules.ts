import type { Behaviour } from '../../../src/verify/behaviour/behaviour.ts';
import { consensusSets } from '../../../src/verify/agreement/codet.ts';
import type { SolutionDecision } from '../../../src/verify/decide.ts';
import { policyOf, type Profile } from '../../../src/verify/policy.ts';
import { prove } from '../../../src/verify/prove.ts';
import { isAcceptedBySome, type Provers, type Trial } from '../../../src/verify/trial.ts';

/** What a rule makes of one answer. */
export interface Fate {
  readonly isKept: boolean;
  readonly reason: string;
  readonly confidence?: number;
}

export interface Rule {
  readonly name: string;
  readonly decide: (trial: Trial, provers: Provers) => Promise<readonly Fate[]>;
}

const passes: Rule = {
  name: 'keep if passes',
  decide: (trial) =>
    Promise.resolve(trial.solutions.map((_, index) => fateOf(isAcceptedBySome(trial, index), 'fails'))),
};

const codeT: Rule = {
  name: 'CodeT alone',
  decide(trial) {
    const passed = trial.judgements.map((row) =>
      row.map((judgement) => judgement.kind === 'judged' && judgement.verdict.kind === 'accepted'),
    );
    const [best] = consensusSets(passed);
    return Promise.resolve(
      trial.solutions.map((_, index) =>
        fateOf(best !== undefined && best.score > 0 && best.solutions.includes(index), 'not in the best set'),
      ),
    );
  },
};

function profileRule(profile: Profile, name: string, change: (provers: Provers) => Provers): Rule {
  const policy = policyOf(profile, { confidence: null, mutationScore: null });
  return {
    name,
    async decide(trial, provers) {
      const proven = await prove(change(provers), trial, policy);
      if (!proven.ok) throw new Error(`${trial.entryPoint}: ${proven.fault.message}`);
      return proven.value.solutions.map(fateOfDecision);
    },
  };
}

function fateOfDecision(decision: SolutionDecision): Fate {
  if (decision.kind === 'keep') return { isKept: true, reason: 'kept', confidence: decision.confidence };
  if (decision.kind === 'unjudged') return { isKept: false, reason: decision.fault.code };
  const { reason } = decision;
  if (reason.kind === 'unproven') return { isKept: false, reason: reason.because };
  return { isKept: false, reason: reason.kind === 'failed' ? reason.verdict.kind : reason.kind };
}

function fateOf(isKept: boolean, otherwise: string): Fate {
  return { isKept, reason: isKept ? 'kept' : otherwise };
}

const unchanged = (provers: Provers): Provers => provers;

/** Observes with something taken out of what is seen. */
function observing(change: (behaviour: Behaviour) => Behaviour): (provers: Provers) => Provers {
  return ({ observe, ...rest }) => ({
    ...rest,
    ...(observe && {
      observe: async (subject, options) => {
        const observed = await observe(subject, options);
        return observed.ok ? { ok: true, value: change(observed.value) } : observed;
      },
    }),
  });
}

const withoutPurity = observing((behaviour) =>
  behaviour.kind === 'failed'
    ? behaviour
    : { ...behaviour, calls: behaviour.calls.map((call) => ({ ...call, changed: false, unsteady: false })) },
);

const withoutAgreement = observing((behaviour) =>
  behaviour.kind === 'failed'
    ? behaviour
    : { ...behaviour, calls: behaviour.calls.map((call) => ({ ...call, outcome: { kind: 'unobserved' } as const })) },
);

/** What is compared: the floors, the profiles, and `balanced` without each of its mechanisms. */
export const rules: readonly Rule[] = [
  passes,
  codeT,
  profileRule('lenient', 'lenient', unchanged),
  profileRule('balanced', 'balanced', unchanged),
  profileRule('strict', 'strict', unchanged),
  profileRule('balanced', 'balanced without purity', withoutPurity),
  profileRule('balanced', 'balanced without agreement', withoutAgreement),
  profileRule('balanced', 'balanced without mutants', ({ mutate: _mutate, ...rest }) => rest),
];
