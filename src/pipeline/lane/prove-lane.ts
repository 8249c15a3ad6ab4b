import type { Fault } from '../../core/fault.ts';
import type { Judgement } from '../../core/verdict.ts';
import { decideTask, type TaskDecision } from '../../verify/decide.ts';
import { scenariosFor } from '../../verify/inputs/class-scenarios.ts';
import { inputsFor } from '../../verify/inputs/index.ts';
import { policyOf } from '../../verify/policy.ts';
import { prove } from '../../verify/prove.ts';
import { isAccepted, type Trial } from '../../verify/trial.ts';
import type { RunPorts } from '../ports.ts';
import type { Written } from './write-all.ts';

/** Decides about a task by its verdicts, its suites' strength and its solutions' agreement. */
export async function proveLane(
  ports: RunPorts,
  written: Written,
  judgements: readonly (readonly Judgement[])[],
): Promise<TaskDecision> {
  const { profile, confidence, mutation_score: mutationScore } = ports.config.verify;
  const policy = policyOf(profile, { confidence, mutationScore });
  const proven = await prove(ports.provers, trialOf(ports, written, judgements), policy);
  return proven.ok ? proven.value : undecided(decideTask({ suites: written.suites, judgements }), proven.fault);
}

/** Inputs come from what suites say that accept something: others may ask for what the task does not. */
function trialOf({ config }: RunPorts, written: Written, judgements: Trial['judgements']): Trial {
  const { task, solutions, suites, language } = written;
  const request = {
    entryPoint: task.entryPoint,
    language: language ?? 'ts',
    statement: task.statement,
    signature: task.signature,
    ...(task.precondition !== undefined && { precondition: task.precondition }),
    solutions: solutions.map(({ code }) => code),
    suites: suites.flatMap(({ code }, at) => (judgements.some((row) => isAccepted(row[at])) ? [code] : [])),
  } as const;
  const inputs = scenariosFor(request) ?? (task.kind === 'function' ? inputsFor(request) : undefined);
  return {
    statement: task.statement,
    entryPoint: task.entryPoint,
    seed: config.seed,
    solutions: solutions.map(({ code, origin: { model, temperature }, derivedFrom }) => ({
      code,
      source: { model, temperature },
      isDerived: derivedFrom !== undefined,
    })),
    suites,
    judgements,
    ...(language && { language }),
    ...(inputs && { inputs }),
  };
}

/** What would have been kept, had it been possible to look more closely. */
function undecided(decision: TaskDecision, fault: Fault): TaskDecision {
  const solutions = decision.solutions.map((fate) =>
    fate.kind === 'keep' ? ({ kind: 'unjudged', fault } as const) : fate,
  );
  return { ...decision, solutions };
}
