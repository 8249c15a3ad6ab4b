import type { Key, SolutionModule } from '../key.ts';

/** The chunks' numbers in the order of their arrival, and the window. */
type Args = [number[], number];
interface Chunk {
  readonly seq: number;
  readonly body: string;
}
interface Outcome {
  /** Each body with the number of chunks taken before it was yielded. */
  readonly bodies: readonly [string, number][];
  readonly end: string;
}
type InOrder = (chunks: AsyncIterable<Chunk>, window: number) => AsyncIterable<string>;

/** At each place another body; the empty one is among them. */
const bodyAt = (place: number): string => 'abcde'.slice(0, place);

function* listsUpTo(length: number, values: readonly number[]): Generator<number[]> {
  yield [];
  if (length === 0) return;
  for (const first of values) for (const rest of listsUpTo(length - 1, values)) yield [first, ...rest];
}

function* cases(): Generator<Args> {
  for (const seqs of listsUpTo(4, [0, 1, 2, 3])) for (const window of [1, 2, 3, 4]) yield [seqs, window];
  for (const seqs of listsUpTo(5, [0, 1, 2])) if (seqs.length === 5) yield [seqs, 3];
  yield [[9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 10], 10];
  yield [[2, 1, 12, 11, 10, 0], 99];
}

/** For each number of chunks taken: what could be yielded with these, found anew. */
function oracle(seqs: number[], window: number): Outcome {
  const dueAfter = (count: number): number => {
    let next = 0;
    while (seqs.slice(0, count).includes(next)) next += 1;
    return next;
  };
  const tooEarly = seqs.findIndex((seq, place) => seq >= dueAfter(place) + window);
  const accepted = tooEarly === -1 ? seqs.length : tooEarly;
  const bodies: [string, number][] = [];
  for (let count = 1; count <= accepted; count++) {
    for (let seq = dueAfter(count - 1); seq < dueAfter(count); seq++) bodies.push([bodyAt(seqs.indexOf(seq)), count]);
  }
  const next = dueAfter(accepted);
  const isMissing = seqs.some((seq) => seq > next);
  return { bodies, end: tooEarly !== -1 ? 'RangeError' : isMissing ? `Error: missing chunk ${next}` : 'ended' };
}

async function run(module: SolutionModule, [seqs, window]: Args): Promise<Outcome> {
  let taken = 0;
  async function* chunks(): AsyncGenerator<Chunk> {
    for (const [place, seq] of seqs.entries()) {
      taken += 1;
      yield { seq, body: bodyAt(place) };
    }
  }
  const bodies: [string, number][] = [];
  try {
    for await (const body of (module['inOrder'] as InOrder)(chunks(), window)) bodies.push([body, taken]);
    return { bodies, end: 'ended' };
  } catch (error) {
    return { bodies, end: error instanceof RangeError ? 'RangeError' : String(error) };
  }
}

export const key: Key<Args> = {
  seed: 'async/ordered-chunks',
  cases,
  oracle,
  run,
  reference: `
export interface Chunk {
  readonly seq: number;
  readonly body: string;
}

export async function* inOrder(
  chunks: AsyncIterable<Chunk>,
  window: number,
): AsyncGenerator<string, void, undefined> {
  const bodies: (string | undefined)[] = [];
  let next = 0;
  for await (const { seq, body } of chunks) {
    if (seq >= next + window) throw new RangeError('too early');
    bodies[seq] ??= body;
    for (let due = bodies[next]; due !== undefined; due = bodies[next]) {
      next += 1;
      yield due;
    }
  }
  if (bodies.length > next) throw new Error(\`missing chunk \${next}\`);
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'a map of waiting bodies' },
    'solve-1': { truth: 'right', note: 'a ring of as many slots as the window' },
    'solve-2': {
      truth: 'wrong',
      defect: 'duplicates',
      note: 'the last of several waiting chunks with one number counts',
    },
    'solve-3': { truth: 'right', note: 'solve-0 with other names' },
    'solve-4': { truth: 'right', note: 'searches an array, quadratic' },
    'roundtrip-0': { truth: 'right', note: 'a store class with a generator of what is due' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'examples, laziness, shuffles with repetitions' },
    'tests-1': { truth: 'right', letsThrough: [], note: 'examples only; one has a repeated waiting chunk' },
  },
};
