import { contentHash } from '../../../src/core/id.ts';
import { ok, type Outcome } from '../../../src/core/fault.ts';
import type { Judgement, Verdict } from '../../../src/core/verdict.ts';
import type { Candidate } from '../../../src/verify/candidate.ts';
import { inputsFor } from '../../../src/verify/inputs/index.ts';
import { judge } from '../../../src/verify/judge.ts';
import { mutationEvidence } from '../../../src/verify/mutation-evidence.ts';
import { observe } from '../../../src/verify/behaviour/observe.ts';
import type { Provers, Trial } from '../../../src/verify/trial.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { LabelledAnswer, LabelledTask } from './task.ts';

const limits = { cpuMs: 3000, memoryMb: 128, outputKb: 256 };
const seed = 1;
const runs = 120;
const most = 30;

/** How long each kind of work took, in milliseconds of waiting for the sandbox, and how often it was asked for. */
export type Costs = Readonly<Record<'judge' | 'observe' | 'mutate', { readonly ms: number; readonly times: number }>>;

/** Judges and proves labelled tasks; what was worked out once is remembered for every rule that asks. */
export class Workbench {
  readonly #sandbox: Pick<Sandbox, 'submit'>;
  readonly #known = new Map<string, Promise<Outcome<unknown>>>();
  readonly costs: { -readonly [K in keyof Costs]: { ms: number; times: number } } = {
    judge: { ms: 0, times: 0 },
    observe: { ms: 0, times: 0 },
    mutate: { ms: 0, times: 0 },
  };

  constructor(sandbox: Pick<Sandbox, 'submit'>) {
    this.#sandbox = sandbox;
  }

  readonly provers: Provers = {
    mutate: (candidate, inputs) =>
      this.#once('mutate', { candidate, inputs }, () =>
        mutationEvidence(this.#sandbox, candidate, { limits, most, ...(inputs && { inputs, runs, seed }) }),
      ),
    observe: ({ solution, language = 'js', entryPoint = '', files }, { inputs, anyOrder }) => {
      const subject = { solution, language, entryPoint, ...(files !== undefined && { files }) };
      return this.#once('observe', { subject, inputs, anyOrder }, () =>
        observe(this.#sandbox, subject, { inputs, runs, seed, limits: { ...limits, cpuMs: 300 }, anyOrder }),
      );
    },
  };

  /** A task as it stands after its answers were judged by its examples. */
  async trial({ entryPoint, statement, suite, answers }: LabelledTask): Promise<Trial> {
    const inputs = inputsFor({
      entryPoint,
      language: 'js',
      statement,
      solutions: answers.map(({ code }) => code),
      suites: [suite],
    });
    const judgements = await Promise.all(
      answers.map(async ({ code }): Promise<Judgement[]> => {
        const candidate = { solution: code, suite, entryPoint, seed, language: 'js' } as const;
        const judged = await this.#once('judge', candidate, () =>
          judge({ sandbox: this.#sandbox, types: { check: noTypes } }, candidate, {
            ...limits,
            repeat: 1,
            types: 'off',
          }),
        );
        return [judged.ok ? { kind: 'judged', verdict: judged.value } : { kind: 'unjudged', fault: judged.fault }];
      }),
    );
    return {
      entryPoint,
      statement,
      seed,
      language: 'js',
      solutions: answers.map(({ code, model }) => ({ code, source: { model } })),
      suites: [{ id: 'examples', code: suite, blind: true }],
      judgements,
      ...(inputs && { inputs }),
    };
  }

  /** Whether an answer is right, by the full tests where it does not say so itself. */
  async isRight({ entryPoint, fullTests = '' }: LabelledTask, { code, isRight }: LabelledAnswer): Promise<boolean> {
    if (isRight !== undefined) return isRight;
    const judged = await this.#judge({ solution: code, suite: fullTests, entryPoint, seed, language: 'js' });
    return judged.ok && judged.value.kind === 'accepted';
  }

  async #judge(candidate: Candidate): Promise<Outcome<Verdict>> {
    const ports = { sandbox: this.#sandbox, types: { check: noTypes } };
    return await this.#once('judge', candidate, () => judge(ports, candidate, { ...limits, repeat: 1, types: 'off' }));
  }

  async #once<T>(what: keyof Costs, question: object, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const key = contentHash({ what, question });
    const known = this.#known.get(key);
    if (known) return (await known) as Outcome<T>;
    const begun = performance.now();
    const asked = work();
    this.#known.set(key, asked);
    const answer = await asked;
    this.costs[what].ms += performance.now() - begun;
    this.costs[what].times++;
    return answer;
  }
}

function noTypes(): Promise<readonly Outcome<readonly []>[]> {
  return Promise.resolve([ok([])]);
}
