import PQueue from 'p-queue';
import { bundled } from '../../config/bundled.ts';
import type { Outcome } from '../../core/fault.ts';
import type { TypeChecker } from '../../core/ports.ts';
import { openTypeChecker } from '../../typecheck/checker.ts';
import type { Diagnostic } from '../../core/verdict.ts';
import type { Candidate, JudgeLimits } from '../../verify/candidate.ts';
import { examine, type Examined, type JudgePorts } from '../../verify/examine.ts';
import { openSandboxWith } from '../guest-packages.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { JudgeSettings } from './settings.ts';

/** Examines candidates, any number at once. A candidate that has not begun when the signal aborts is rejected with its reason. */
export type Examine = (candidate: Candidate, limits: JudgeLimits, signal: AbortSignal) => Promise<Outcome<Examined>>;

/** Gives the errors of the strict type check in a solution by itself, whatever its tests are. */
export type Diagnose = (
  solution: Pick<Candidate, 'solution' | 'language' | 'entryPoint' | 'files'>,
) => Promise<Outcome<readonly Diagnostic[]>>;

export interface Judge extends AsyncDisposable {
  readonly examine: Examine;
  readonly diagnose: Diagnose;
  /** The sandbox behind it, for what asks more of a candidate than a verdict. */
  readonly sandbox: Pick<Sandbox, 'submit'>;
}

/** Enough for every child to have its next batch at hand, and little enough that an end does not keep anyone waiting. */
const jobsPerChild = 16;
const attempts = 3;

/** Opens the sandbox, and the type checker as soon as something needs it; disposing ends their processes. */
export async function openJudge({
  concurrency,
  packages,
}: Pick<JudgeSettings, 'concurrency' | 'packages'>): Promise<Judge> {
  const { sandbox } = await openSandboxWith({ concurrency, packages });
  const types = lazyTypes(packages.names);
  return {
    examine: judgeWith({ sandbox, types, concurrency }),
    diagnose: (solution) => diagnose(types, solution),
    sandbox,
    async [Symbol.asyncDispose]() {
      await Promise.all([sandbox.close(), types.close()]);
    },
  };
}

/** Judges through ports that are open. A fault that may pass is tried again before it is anyone's result. */
export function judgeWith(ports: {
  readonly sandbox: Pick<Sandbox, 'submit'>;
  readonly types: JudgePorts['types'];
  readonly concurrency: number;
}): Examine {
  const queue = new PQueue({ concurrency: jobsPerChild * ports.concurrency });
  return async (candidate, limits, signal) => {
    const submit: JudgePorts['sandbox']['submit'] = (job) =>
      queue.add(async () => {
        signal.throwIfAborted();
        return await ports.sandbox.submit(job);
      });
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      const examined = await examine({ sandbox: { submit }, types: ports.types }, candidate, limits);
      if (examined.ok || !examined.fault.retryable || attempt === attempts) return examined;
    }
  };
}

async function diagnose(
  types: Pick<TypeChecker, 'check'>,
  { solution, language, entryPoint, files }: Parameters<Diagnose>[0],
): ReturnType<Diagnose> {
  const job = {
    solution,
    ...(language !== undefined && { language }),
    ...(entryPoint !== undefined && { entryPoint }),
    ...(files !== undefined && { files }),
  };
  const [checked] = await types.check([job]);
  if (!checked) throw new Error('the type checker answered fewer jobs than it was given');
  return checked;
}

function lazyTypes(packages: readonly string[]): Pick<TypeChecker, 'check' | 'close'> {
  let opened: TypeChecker | undefined;
  return {
    check: (jobs) => (opened ??= openTypeChecker({ home: bundled.root, packages })).check(jobs),
    close: async () => await opened?.close(),
  };
}
