import type { Key, SolutionModule } from '../key.ts';

type Step = ['receive', number, number] | ['missing'] | ['next', number] | ['complete'];
type Args = [number, Step[]];

interface Ledger {
  receive(from: number, to: number): number;
  missing(): unknown;
  next(maxBytes: number): unknown;
  readonly complete: boolean;
}

const look: Step[] = [['missing'], ['next', 2], ['complete']];

/** Every order of up to three pieces of three bytes and two of five, looked at after each, then bad arguments. */
function* cases(): Generator<Args> {
  const pieces = (size: number): Step[] => {
    const all: Step[] = [];
    for (let from = 0; from <= size; from++) for (let to = from; to <= size; to++) all.push(['receive', from, to]);
    return all;
  };
  for (const a of pieces(3)) {
    for (const b of pieces(3)) for (const c of pieces(3)) yield [3, [['missing'], a, ...look, b, ...look, c, ...look]];
  }
  for (const a of pieces(5))
    for (const b of pieces(5)) yield [5, [a, ['missing'], b, ['missing'], ['next', 1], ['next', 9]]];
  const many: Step[] = [8, 2, 5, 11, 0, 14, 6].map((from): Step => ['receive', from, from + 2]);
  yield [16, [...many.flatMap((piece) => [piece, ...look]), ['receive', 0, 16], ...look]];
  yield [0, [...look, ['receive', 0, 0], ['receive', 0, 1]]];
  for (const bad of [-1, 0.5, NaN, Infinity]) {
    yield [bad, look];
    yield [4, [['receive', bad, 4], ['receive', 0, bad], ['next', bad], ...look]];
  }
  yield [4, [['receive', 3, 2], ['next', 0], ['receive', 0, 5], ['receive', 0, 4], ['next', 0], ...look]];
}

/** What each step gives; the results are kept as they are, so that a later change of one shows. */
function play(makeLedger: () => Ledger, steps: Step[]): unknown[] {
  const results: unknown[] = [];
  const note = (action: () => unknown): void => {
    try {
      results.push(action());
    } catch (error) {
      results.push({ threw: (error as Error).name });
    }
  };
  let ledger: Ledger | undefined;
  note(() => void (ledger = makeLedger()));
  for (const step of steps) {
    const subject = ledger;
    if (subject === undefined) break;
    if (step[0] === 'receive') note(() => subject.receive(step[1], step[2]));
    if (step[0] === 'missing') note(() => subject.missing());
    if (step[0] === 'next') note(() => subject.next(step[1]));
    if (step[0] === 'complete') note(() => subject.complete);
  }
  return results;
}

/** A string with one letter a byte: `.` is missing, `#` received. */
function textLedger(size: number): Ledger {
  if (!Number.isInteger(size) || size < 0) throw new RangeError();
  let bytes = '.'.repeat(size);
  const runs = (): { from: number; to: number }[] =>
    [...bytes.matchAll(/\.+/g)].map((run) => ({ from: run.index, to: run.index + run[0].length }));
  return {
    receive: (from, to) => {
      if (![from, to].every(Number.isInteger) || from < 0 || to < from || to > size) throw new RangeError();
      const news = bytes.slice(from, to).replaceAll('#', '').length;
      bytes = bytes.slice(0, from) + '#'.repeat(to - from) + bytes.slice(to);
      return news;
    },
    missing: runs,
    next: (maxBytes) => {
      if (!Number.isInteger(maxBytes) || maxBytes < 1) throw new RangeError();
      const first = runs()[0];
      return first && { from: first.from, to: Math.min(first.to, first.from + maxBytes) };
    },
    get complete() {
      return !bytes.includes('.');
    },
  };
}

export const key: Key<Args> = {
  seed: 'intervals/download-ledger',
  cases,
  oracle: (size, steps) => play(() => textLedger(size), steps),
  run: (module: SolutionModule, args) => {
    const [size, steps] = args as Args;
    const Ledger = module['DownloadLedger'] as new (size: number) => Ledger;
    return play(() => new Ledger(size), steps);
  },
  reference: `
export interface ByteRange {
  from: number;
  to: number;
}

export class DownloadLedger {
  readonly #received: boolean[];

  constructor(size: number) {
    if (!Number.isInteger(size) || size < 0) throw new RangeError('size');
    this.#received = Array.from({ length: size }, () => false);
  }

  receive(from: number, to: number): number {
    const size = this.#received.length;
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from || to > size) throw new RangeError('piece');
    const news = this.#received.slice(from, to).filter((done) => !done).length;
    this.#received.fill(true, from, to);
    return news;
  }

  missing(): ByteRange[] {
    const ranges: ByteRange[] = [];
    this.#received.forEach((done, offset) => {
      if (done) return;
      const last = ranges.at(-1);
      if (last !== undefined && last.to === offset) last.to += 1;
      else ranges.push({ from: offset, to: offset + 1 });
    });
    return ranges;
  }

  next(maxBytes: number): ByteRange | undefined {
    if (!Number.isInteger(maxBytes) || maxBytes < 1) throw new RangeError('maxBytes');
    const first = this.missing()[0];
    return first && { from: first.from, to: Math.min(first.to, first.from + maxBytes) };
  }

  get complete(): boolean {
    return this.#received.every((done) => done);
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Cuts pieces out of the gaps; new bytes as a difference of totals.' },
    'solve-1': { truth: 'right', note: 'Merged received ranges.' },
    'solve-2': { truth: 'right', note: 'One flag per byte; slow and big, but right.' },
    'solve-3': { truth: 'wrong', defect: 'state', note: 'Shrinks gaps in place that missing() has handed out.' },
    'solve-4': { truth: 'wrong', defect: 'wrong-entry-point', note: 'A default export only.' },
    'roundtrip-0': { truth: 'right', note: 'A list of offsets at which missing and received alternate.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'A model of offsets, and lists handed out earlier.' },
    'tests-1': {
      truth: 'right',
      letsThrough: [],
      note: 'Examples, one of them with a list kept over a change, and a sum.',
    },
  },
};
