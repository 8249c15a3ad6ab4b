import type { Key } from '../key.ts';

interface Entry {
  name: string;
  score: number;
}

interface PodiumOptions {
  ties?: 'skip' | 'dense';
  lowestFirst?: boolean;
}

/** Every list of up to four scores from three, with every option, then some larger ones. */
function* cases(): Generator<[Entry[], number, (PodiumOptions | undefined)?]> {
  const named = (scores: number[]): Entry[] => scores.map((score, index) => ({ name: 'abcdefg'[index] ?? '', score }));
  const options: PodiumOptions[] = [
    {},
    { ties: 'dense' },
    { lowestFirst: true },
    { ties: 'dense', lowestFirst: true },
    { ties: 'skip', lowestFirst: false },
  ];
  let lists: number[][] = [[]];
  for (let length = 0; length <= 4; length++) {
    for (const scores of lists) {
      for (const places of [0, 1, 2, 3]) yield [named(scores), places, options[(scores.length + places) % 5]];
      for (const option of options) yield [named(scores), 2, option];
    }
    lists = lists.flatMap((scores) => [-1, 10, 9].map((score) => [...scores, score]));
  }
  yield [named([3, 3]), 1];
  yield [named([0.1 + 0.2, 0.3, 0.3, -0.5, 100]), 4, { ties: 'dense' }];
  yield [[...named([1, 2]), ...named([2, 1])], 3];
}

/** Repeatedly takes out everybody with the best score that is left. */
function takeBest(entries: Entry[], places: number, options: PodiumOptions = {}): unknown {
  const result: unknown[] = [];
  let left = entries;
  let rank = 1;
  while (left.length > 0 && rank <= places) {
    const scores = left.map((entry) => entry.score);
    const best = options.lowestFirst ? Math.min(...scores) : Math.max(...scores);
    const group = left.filter((entry) => entry.score === best);
    for (const entry of group) result.push({ rank, name: entry.name, score: entry.score });
    rank += options.ties === 'dense' ? 1 : group.length;
    left = left.filter((entry) => entry.score !== best);
  }
  return result;
}

export const key: Key<[Entry[], number, (PodiumOptions | undefined)?]> = {
  seed: 'arrays/podium',
  cases,
  oracle: takeBest,
  reference: `
export interface Entry {
  name: string;
  score: number;
}

export interface Place {
  rank: number;
  name: string;
  score: number;
}

export interface PodiumOptions {
  ties?: 'skip' | 'dense';
  lowestFirst?: boolean;
}

export function podium(entries: Entry[], places: number, options: PodiumOptions = {}): Place[] {
  const isBetter = (a: Entry, b: Entry): boolean => (options.lowestFirst ? a.score < b.score : a.score > b.score);
  const ranked = entries.map((entry): Place => {
    const better = entries.filter((other) => isBetter(other, entry)).map((other) => other.score);
    const ahead = options.ties === 'dense' ? new Set(better).size : better.length;
    return { rank: ahead + 1, name: entry.name, score: entry.score };
  });
  return ranked.filter((place) => place.rank <= places).sort((a, b) => a.rank - b.rank);
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'Stable sort and a walk.' },
    'solve-1': { truth: 'right', note: 'The definition: one more than the scores that beat it; quadratic.' },
    'solve-2': { truth: 'right', note: 'Near-duplicate of solve-0 with other names.' },
    'solve-3': {
      truth: 'wrong',
      defect: 'duplicates',
      note: 'Cuts to `places` entries, so a tie at the end loses members.',
    },
    'solve-4': { truth: 'wrong', defect: 'ill-typed', note: 'Unchecked index accesses; behaves rightly.' },
    'roundtrip-0': { truth: 'right', note: 'Groups by score with Map.groupBy.' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: [], note: 'Ranks and membership from their definition.' },
    'tests-1': {
      truth: 'wrong',
      defect: 'wrong-expectation',
      note: 'Expects a dense rank of 4 where it is 3.',
    },
  },
};
