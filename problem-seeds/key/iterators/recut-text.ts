import type { Key, SolutionModule } from '../key.ts';

type Args = [string[], number];
interface Outcome {
  readonly pieces: string[] | 'RangeError';
  readonly firstOfEndless: string[];
}

const FRAGMENTS = ['', 'a', 'bc', '\ud83d', '\ude00', '\u{1f600}x'];
const ENDLESS_PULLS = 200;

function* listsUpTo(length: number): Generator<string[]> {
  yield [];
  if (length === 0) return;
  for (const first of FRAGMENTS) for (const rest of listsUpTo(length - 1)) yield [first, ...rest];
}

function* cases(): Generator<Args> {
  for (const fragments of listsUpTo(3)) for (const size of [1, 2, 3]) yield [fragments, size];
  for (const fragments of listsUpTo(4)) if (fragments.length === 4) yield [fragments, 2];
  for (const size of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) yield [['ab'], size];
}

/** Code points found by hand, one code unit at a time. */
function characters(text: string): string[] {
  const found: string[] = [];
  for (const unit of text.split('')) {
    const before = found.at(-1) ?? '';
    if (/^[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]$/.test(unit)) found[found.length - 1] = before + unit;
    else found.push(unit);
  }
  return found;
}

function pieces(text: string, size: number): string[] {
  const all = characters(text);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size).join(''),
  );
}

function oracle(fragments: string[], size: number): Outcome {
  if (!Number.isInteger(size) || size < 1) return { pieces: 'RangeError', firstOfEndless: [] };
  const text = fragments.join('');
  const endless = text === '' ? [] : pieces(text.repeat(20), size).slice(0, 3);
  return { pieces: pieces(text, size), firstOfEndless: endless };
}

function* repeated(fragments: readonly string[]): Generator<string> {
  for (let pull = 0; ; pull++) {
    if (pull > ENDLESS_PULLS) throw new Error('took too much of an endless source');
    yield fragments[pull % fragments.length] ?? '';
  }
}

function run(module: SolutionModule, [fragments, size]: Args): Outcome {
  const recut = module['recutText'] as (fragments: Iterable<string>, size: number) => Iterable<string>;
  let found: string[];
  try {
    found = [...recut(fragments, size)];
  } catch (error) {
    if (error instanceof RangeError) return { pieces: 'RangeError', firstOfEndless: [] };
    throw error;
  }
  const firstOfEndless: string[] = [];
  if (fragments.join('') !== '') {
    for (const piece of recut(repeated(fragments), size)) {
      firstOfEndless.push(piece);
      if (firstOfEndless.length === 3) break;
    }
  }
  return { pieces: found, firstOfEndless };
}

export const key: Key<Args> = {
  seed: 'iterators/recut-text',
  cases,
  oracle,
  run,
  reference: `
export function* recutText(fragments: Iterable<string>, size: number): Generator<string, void, undefined> {
  if (!Number.isInteger(size) || size < 1) throw new RangeError('size must be a positive integer');
  let characters: string[] = [];
  for (const fragment of fragments) {
    characters = Array.from(characters.join('') + fragment);
    // The last character may be half a pair, so one more than a piece has to be there.
    while (characters.length > size) yield characters.splice(0, size).join('');
  }
  if (characters.length > 0) yield characters.join('');
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'holds back a trailing high surrogate' },
    'solve-1': { truth: 'right', note: 'a buffer of code units, cut by codePointAt' },
    'solve-2': { truth: 'right', note: 'solve-0 with other names' },
    'solve-3': { truth: 'wrong', defect: 'unicode', note: 'a pair split over two fragments counts as two' },
    'solve-4': { truth: 'wrong', defect: 'empty-input', note: 'yields an empty piece where there is no text' },
    'roundtrip-0': { truth: 'wrong', defect: 'unicode', note: 'the description does not tell of split pairs' },
    'roundtrip-1': { truth: 'wrong', defect: 'unicode', note: 'the description does not tell of split pairs' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'definition as oracle, over lone halves and pairs' },
    'tests-1': { truth: 'right', letsThrough: [], note: 'catches split pairs and empty lists by one example each' },
  },
};
