import { ok, type Outcome } from '../core/fault.ts';
import type { MutationEvidence } from '../core/evidence.ts';
import type { Candidate } from './candidate.ts';
import type { Provers, Trial } from './trial.ts';
import { vacuousStubs } from './vacuous.ts';

/** Mutation scores of pairs, each asked for once. */
export class Mutations {
  readonly #provers: Provers;
  readonly #trial: Trial;
  readonly #known = new Map<string, Promise<Outcome<MutationEvidence>>>();

  constructor(provers: Provers, trial: Trial) {
    this.#provers = provers;
    this.#trial = trial;
  }

  async of(solution: number, suite: number): Promise<Outcome<MutationEvidence | undefined>> {
    const { mutate } = this.#provers;
    if (!mutate) return ok(undefined);
    const key = `${solution} ${suite}`;
    const known = this.#known.get(key) ?? mutate(this.#candidate(solution, suite), this.#trial.inputs);
    this.#known.set(key, known);
    return await known;
  }

  /** The stubs by which a suite is vacuous. Few suites accept any, and only those need more than stubs to be sure. */
  async vacuousStubs(solution: number, suite: number): Promise<Outcome<readonly string[]>> {
    const accepted = await this.#provers.stubs?.(this.#candidate(solution, suite));
    if (accepted && !accepted.ok) return accepted;
    if (accepted?.value.kind === 'judged' && accepted.value.accepted.length === 0) return ok([]);
    const mutation = await this.of(solution, suite);
    return mutation.ok ? ok(vacuousStubs(mutation.value)) : mutation;
  }

  #candidate(solution: number, suite: number): Candidate {
    const { solutions, suites, seed, language, style, entryPoint, files } = this.#trial;
    return {
      solution: solutions[solution]?.code ?? '',
      suite: suites[suite]?.code ?? '',
      seed,
      ...(language !== undefined && { language }),
      ...(style !== undefined && { style }),
      ...(entryPoint !== undefined && { entryPoint }),
      ...(files !== undefined && { files }),
    };
  }
}
