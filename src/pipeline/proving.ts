import type { Sandbox } from '../../sandbox/index.ts';
import type { Config } from '../config/config.ts';
import { ok, type Outcome } from '../core/fault.ts';
import { contentHash } from '../core/id.ts';
import type { Store } from '../core/store.ts';
import { observe } from '../verify/behaviour/observe.ts';
import { minimalSuite } from '../verify/minimal-suite/minimal-suite.ts';
import { remembering } from '../verify/minimal-suite/remembering.ts';
import { mutationEvidence } from '../verify/mutation-evidence.ts';
import { stubVerdicts } from '../verify/stubs/stub-verdicts.ts';
import type { Provers } from '../verify/trial.ts';
import type { JudgingTurns } from './judging-turns.ts';
import { judgeLimits } from './judging.ts';
import type { Stop } from './stop.ts';
import { versions } from './versions.ts';

export interface ProvingOptions {
  readonly sandbox: Pick<Sandbox, 'submit'>;
  readonly config: Config;
  /** Source of each package that candidates may import, by name. */
  readonly packages: Readonly<Record<string, string>>;
  readonly store: Pick<Store, 'verdict' | 'putVerdict'>;
  readonly stop: Stop;
  readonly turns: Pick<JudgingTurns, 'take'>;
}

/** A call that does not end uses it all, several times over; what ends takes a few milliseconds. */
const mostMsForCalls = 300;

/** Runs of mutants: a suite is reduced soon after it was scored. */
const mostRemembered = 200;

/** What a configuration has tried of suites and solutions, each only once for a store. */
export function storedProvers(options: ProvingOptions): Provers {
  const { config } = options;
  const sandbox = remembering(options.sandbox, mostRemembered);
  const { mutants: most, inputs: runs, minimal_suites: isReducing } = config.verify;
  const { cpuMs, memoryMb, outputKb } = judgeLimits(config);
  const limits = { cpuMs, memoryMb, outputKb };
  const callLimits = { ...limits, cpuMs: Math.min(cpuMs, mostMsForCalls) };
  const { seed } = config;
  const killers = isReducing ? 'all' : 'first';
  return {
    ...(most > 0 && {
      stubs: (candidate) =>
        stored(options, { asked: 'stubs', candidate, limits }, () => stubVerdicts(sandbox, candidate, limits)),
      mutate: (candidate, inputs) =>
        stored(options, { asked: 'mutation', candidate, inputs, limits, most, killers, runs, seed }, () =>
          mutationEvidence(sandbox, candidate, {
            limits,
            most,
            killers,
            ...(inputs && runs > 0 && { inputs, runs, seed }),
          }),
        ),
    }),
    ...(most > 0 &&
      isReducing && {
        minimize: (candidate, refuted) =>
          stored(options, { asked: 'minimal-suite', candidate, refuted, limits, most }, () =>
            minimalSuite(sandbox, candidate, { limits, most, refuted }),
          ),
      }),
    ...(runs > 0 && {
      observe: ({ solution, language = 'ts', entryPoint = '', files }, { inputs, anyOrder }) => {
        const subject = { solution, language, entryPoint, ...(files !== undefined && { files }) };
        return stored(options, { asked: 'behaviour', subject, inputs, anyOrder, limits: callLimits, runs, seed }, () =>
          observe(sandbox, subject, { inputs, runs, seed, limits: callLimits, anyOrder }),
        );
      },
    }),
  };
}

/** Finds an answer by the content of all that leads to it, or works it out and stores it. */
async function stored<T>(
  { store, stop, packages, turns }: ProvingOptions,
  question: object,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return await turns.take(() =>
    stop.begin(async () => {
      const key = contentHash({ question, versions, packages: contentHash(packages) });
      const known = await store.verdict(key);
      if (known !== undefined) return ok(known as T);
      const answer = await work();
      if (answer.ok) await store.putVerdict(key, answer.value);
      return answer;
    }),
  );
}
