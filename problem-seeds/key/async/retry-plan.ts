import type { Key, SolutionModule } from '../key.ts';

/** How each round goes (`s`uccess, `r`ejection, `t`hrow, `f`atal rejection, `F`atal throw), the pauses, and whether errors can be fatal. */
type Args = [string, number[], boolean];
interface Outcome {
  readonly log: readonly string[];
  readonly result: string;
}
interface Plan {
  readonly pausesMs: readonly number[];
  readonly sleep: (ms: number) => Promise<void>;
  readonly isFatal?: (error: unknown) => boolean;
}
type WithRetries = (attempt: (round: number) => unknown, plan: Plan) => Promise<unknown>;

function* scriptsUpTo(length: number): Generator<string> {
  yield '';
  if (length === 0) return;
  for (const letter of 'srtfF') for (const rest of scriptsUpTo(length - 1)) yield letter + rest;
}

function* cases(): Generator<Args> {
  for (const pauses of [[], [7], [0, 5], [3, 3, 1]]) {
    for (const script of scriptsUpTo(pauses.length + 1)) {
      if (script.length <= pauses.length) continue;
      yield [script, pauses, true];
      if (pauses.length < 3) yield [script, pauses, false];
    }
  }
}

/** Finds the round with which it ends, then tells the story up to there. */
function oracle(script: string, pauses: number[], hasFatal: boolean): Outcome {
  const rounds = script.slice(0, pauses.length + 1).split('');
  const ending = rounds.findIndex((letter) => letter === 's' || (hasFatal && letter.toLowerCase() === 'f'));
  const last = ending === -1 ? rounds.length - 1 : ending;
  const log = rounds
    .slice(0, last + 1)
    .flatMap((letter, index) => [
      ...(index === 0 ? [] : [`sleep ${pauses[index - 1]}`, 'awake']),
      `attempt ${index + 1}`,
      ...(hasFatal && letter !== 's' ? [`fatal? ${index + 1}`] : []),
    ]);
  if (ending === -1) return { log, result: `all of ${rounds.map((_, index) => index + 1).join()}` };
  return { log, result: rounds[ending] === 's' ? `value ${ending + 1}` : `error ${ending + 1}` };
}

class Failure {
  readonly round: number;
  readonly fatal: boolean;

  constructor(round: number, fatal: boolean) {
    this.round = round;
    this.fatal = fatal;
  }
}

async function run(module: SolutionModule, [script, pausesMs, hasFatal]: Args): Promise<Outcome> {
  const log: string[] = [];
  const attempt = (round: number): unknown => {
    log.push(`attempt ${round}`);
    const letter = script[round - 1] ?? 's';
    if (letter === 's') return round % 2 === 0 ? Promise.resolve(`value ${round}`) : `value ${round}`;
    const failure = new Failure(round, letter.toLowerCase() === 'f');
    if (letter === 't' || letter === 'F') throw failure;
    return Promise.reject(failure);
  };
  const sleep = async (ms: number): Promise<void> => {
    log.push(`sleep ${ms}`);
    for (let turn = 0; turn < 5; turn++) await undefined;
    log.push('awake');
  };
  const isFatal = (error: unknown): boolean => {
    log.push(`fatal? ${error instanceof Failure ? error.round : 'something else'}`);
    return error instanceof Failure && error.fatal;
  };
  const plan: Plan = hasFatal ? { pausesMs, sleep, isFatal } : { pausesMs, sleep };
  try {
    return { log, result: String(await (module['withRetries'] as WithRetries)(attempt, plan)) };
  } catch (error) {
    return { log, result: told(error) };
  }
}

function told(error: unknown): string {
  if (error instanceof Failure) return `error ${error.round}`;
  if (!(error instanceof AggregateError)) return `something else: ${String(error)}`;
  return `all of ${error.errors.map((each: unknown) => (each instanceof Failure ? each.round : '?')).join()}`;
}

export const key: Key<Args> = {
  seed: 'async/retry-plan',
  cases,
  oracle,
  run,
  reference: `
export interface RetryPlan {
  readonly pausesMs: readonly number[];
  readonly sleep: (ms: number) => Promise<void>;
  readonly isFatal?: (error: unknown) => boolean;
}

export async function withRetries<T>(attempt: (round: number) => T | Promise<T>, plan: RetryPlan): Promise<T> {
  const errors: unknown[] = [];
  for (let round = 1; round <= plan.pausesMs.length + 1; round++) {
    if (round > 1) await plan.sleep(plan.pausesMs[round - 2] ?? 0);
    try {
      return await attempt(round);
    } catch (error) {
      if (plan.isFatal?.(error)) throw error;
      errors.push(error);
    }
  }
  throw new AggregateError(errors, 'every attempt failed');
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a loop with try and catch' },
    'solve-1': { truth: 'right', note: 'recursion that hands the failures down' },
    'solve-2': { truth: 'wrong', defect: 'boundary', note: 'a throw of the attempt itself ends everything' },
    'solve-3': { truth: 'right', note: 'solve-0 with other names, without a fence' },
    'solve-4': { truth: 'wrong', defect: 'off-by-one', note: 'one attempt too few, and a sleep after the last' },
    'roundtrip-0': { truth: 'right', note: 'one attempt, then one for each pause' },
  },
  suites: {
    'tests-0': { truth: 'wrong', defect: 'beyond-statement', note: 'wants no sleep for a pause of 0' },
    'tests-1': { truth: 'right', letsThrough: [], note: 'whole logs, throws, fatal last failure' },
  },
};
