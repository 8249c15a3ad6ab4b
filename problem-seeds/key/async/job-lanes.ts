import type { Key, SolutionModule } from '../key.ts';

type Pick = 'first' | 'last';
/** `ok`: all end well; `rejecting`: every second rejects; `throwing`: every second throws at once, from the first on. */
type Mode = 'ok' | 'rejecting' | 'throwing';
/** The jobs' lanes, the limit, which running job ends next (by its index), and how jobs end. */
type Args = [string, number, Pick, Mode];
interface Played {
  /** The indices of the running jobs, each time everything that may start has started. */
  readonly running: readonly number[][];
  readonly outcomes: unknown;
}
type Job = { readonly lane: string; readonly run: () => Promise<string> };
type RunLanes = (jobs: Job[], limit: number) => Promise<unknown>;

const FLUSH_TURNS = 60;

/** Lane names up to renaming: each new one is the next letter. */
function* namesUpTo(length: number, used = 0): Generator<string> {
  yield '';
  if (length === 0) return;
  for (let letter = 0; letter <= Math.min(used, 2); letter++) {
    for (const rest of namesUpTo(length - 1, Math.max(used, letter + 1))) yield 'abc'.charAt(letter) + rest;
  }
}

function* cases(): Generator<Args> {
  for (const lanes of namesUpTo(5)) {
    for (const limit of [1, 2, 3]) {
      for (const mode of ['ok', 'rejecting', 'throwing'] as const) {
        for (const pick of ['first', 'last'] as const) yield [lanes, limit, pick, mode];
      }
    }
  }
  for (const limit of [0, -1, 1.5, Number.NaN]) yield ['ab', limit, 'first', 'ok'];
}

const endOf = (mode: Mode, index: number): 'value' | 'rejection' | 'throw' => {
  if (mode === 'rejecting' && index % 2 === 1) return 'rejection';
  return mode === 'throwing' && index % 2 === 0 ? 'throw' : 'value';
};

/** Plays one event at a time: a job that starts, or, if none may, one that ends. */
function oracle(lanes: string, limit: number, pick: Pick, mode: Mode): Played {
  if (!Number.isInteger(limit) || limit < 1) return { running: [], outcomes: 'RangeError' };
  const snapshots: number[][] = [];
  const play = (waiting: readonly number[], running: readonly number[]): void => {
    const next = waiting.find((index) => running.every((other) => lanes[other] !== lanes[index]));
    if (next !== undefined && running.length < limit) {
      const rest = waiting.filter((index) => index !== next);
      return play(rest, endOf(mode, next) === 'throw' ? running : [...running, next].toSorted((a, b) => a - b));
    }
    if (running.length === 0) return;
    snapshots.push([...running]);
    play(waiting, pick === 'first' ? running.slice(1) : running.slice(0, -1));
  };
  play(
    [...lanes].map((_, index) => index),
    [],
  );
  const outcomes = [...lanes].map((_, index) =>
    endOf(mode, index) === 'value' ? { status: 'done', value: `v${index}` } : { status: 'failed', error: `e${index}` },
  );
  return { running: snapshots, outcomes };
}

async function flush(): Promise<void> {
  for (let turn = 0; turn < FLUSH_TURNS; turn++) await undefined;
}

async function run(module: SolutionModule, [lanes, limit, pick, mode]: Args): Promise<Played> {
  const running = new Map<number, () => void>();
  const jobs = [...lanes].map((lane, index): Job => {
    const end = endOf(mode, index);
    return {
      lane,
      run: () => {
        if (end === 'throw') throw `e${index}`;
        return new Promise((resolve, reject) => {
          running.set(index, () => (end === 'value' ? resolve(`v${index}`) : reject(`e${index}`)));
        });
      },
    };
  });
  const listed = [...jobs];
  let outcomes: unknown = 'unsettled';
  void (module['runLanes'] as RunLanes)(jobs, limit).then(
    (value) => (outcomes = value),
    (error: unknown) => (outcomes = error instanceof RangeError ? 'RangeError' : error),
  );
  const snapshots: number[][] = [];
  for (;;) {
    await flush();
    const indices = [...running.keys()].toSorted((a, b) => a - b);
    const ending = pick === 'first' ? indices[0] : indices.at(-1);
    if (ending === undefined) break;
    snapshots.push(indices);
    running.get(ending)?.();
    running.delete(ending);
  }
  const intact = jobs.length === listed.length && jobs.every((job, index) => job === listed[index]);
  return { running: snapshots, outcomes: intact ? outcomes : 'the list was changed' };
}

export const key: Key<Args> = {
  seed: 'async/job-lanes',
  cases,
  oracle,
  run,
  reference: `
export interface LaneJob<T> {
  readonly lane: string;
  readonly run: () => Promise<T>;
}

export type Outcome<T> = { status: 'done'; value: T } | { status: 'failed'; error: unknown };

async function outcomeOf<T>(job: LaneJob<T>): Promise<Outcome<T>> {
  try {
    return { status: 'done', value: await job.run() };
  } catch (error) {
    return { status: 'failed', error };
  }
}

export async function runLanes<T>(jobs: readonly LaneJob<T>[], limit: number): Promise<Outcome<T>[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError('limit must be a positive integer');
  const outcomes: Outcome<T>[] = [];
  const busy = new Set<string>();
  let waiting = [...jobs.keys()];
  let wake = (): void => {};
  let ended = 0;

  async function play(index: number, job: LaneJob<T>): Promise<void> {
    outcomes[index] = await outcomeOf(job);
    busy.delete(job.lane);
    ended += 1;
    wake();
  }

  while (ended < jobs.length) {
    const later: number[] = [];
    for (const index of waiting) {
      const job = jobs[index];
      if (job === undefined || busy.has(job.lane) || busy.size >= limit) {
        later.push(index);
        continue;
      }
      busy.add(job.lane);
      void play(index, job);
    }
    waiting = later;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  return outcomes;
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a pump after each end' },
    'solve-1': { truth: 'wrong', defect: 'truncated', note: 'thought for too long; cut in the middle of the function' },
    'solve-2': { truth: 'wrong', defect: 'misread', note: 'a job whose lane is busy holds up all later ones' },
    'solve-3': { truth: 'right', note: 'rounds with Promise.race' },
    'solve-4': { truth: 'wrong', defect: 'wrong-entry-point', note: 'exports runJobsInLanes' },
    'roundtrip-0': { truth: 'right', note: 'a state for each job, and promises with resolvers' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'settles jobs by hand in any order' },
    'tests-1': { truth: 'wrong', defect: 'vacuous', note: 'looks at the outcome only when all is over' },
  },
};
