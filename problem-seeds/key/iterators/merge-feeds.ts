import type { Key, SolutionModule } from '../key.ts';

type Entry = { readonly at: number; readonly text: string };
type Shown = Entry & { readonly feed: number };
type Args = [Entry[][]];
interface Outcome {
  readonly timeline: Shown[];
  /** Whether no feed was ever read further than allowed. */
  readonly lazy: boolean;
  /** Whether stopping after the first entry closed what was open. */
  readonly closed: boolean;
}
type MergeFeeds = (feeds: Iterable<Entry>[]) => Iterable<Shown>;

const ENTRIES: readonly Entry[] = [
  { at: 1, text: 'a' },
  { at: 1, text: 'b' },
  { at: 2, text: 'a' },
];

function* feedsUpTo(length: number): Generator<Entry[]> {
  yield [];
  if (length === 0) return;
  for (const first of ENTRIES) {
    for (const rest of feedsUpTo(length - 1)) {
      if ((rest[0]?.at ?? Number.POSITIVE_INFINITY) >= first.at) yield [first, ...rest];
    }
  }
}

function* cases(): Generator<Args> {
  yield [[]];
  const long = [...feedsUpTo(3)];
  const short = [...feedsUpTo(1)];
  for (const one of long) yield [[one]];
  for (const one of long) for (const two of long) yield [[one, two]];
  for (const one of short) for (const two of short) for (const three of short) yield [[one, two, three]];
  yield [[[{ at: 10, text: '' }], [{ at: 9, text: '' }], [{ at: -1, text: 'x' }], [{ at: 9, text: 'y' }]]];
}

/** Sorts all entries by time, feed and place, and keeps the first of each kind. */
function inOrder(feeds: readonly Entry[][]): Shown[] {
  return feeds
    .flatMap((entries, feed) => entries.map((entry, place) => ({ ...entry, feed, place })))
    .toSorted((a, b) => a.at - b.at || a.feed - b.feed || a.place - b.place)
    .map(({ at, text, feed }) => ({ at, text, feed }));
}

function oracle(feeds: Entry[][]): Outcome {
  const all = inOrder(feeds);
  const timeline = all.filter(
    (entry, index) => all.findIndex((other) => other.at === entry.at && other.text === entry.text) === index,
  );
  return { timeline, lazy: true, closed: true };
}

class Source implements Iterable<Entry> {
  readonly entries: readonly Entry[];
  taken = 0;
  state: 'new' | 'open' | 'ended' | 'closed' = 'new';

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  [Symbol.iterator](): Iterator<Entry> {
    return {
      next: () => {
        const entry = this.entries[this.taken];
        this.state = entry === undefined ? 'ended' : 'open';
        if (entry === undefined) return { done: true, value: undefined };
        this.taken += 1;
        return { done: false, value: entry };
      },
      return: () => {
        if (this.state !== 'ended') this.state = 'closed';
        return { done: true, value: undefined };
      },
    };
  }
}

function run(module: SolutionModule, [feeds]: Args): Outcome {
  const mergeFeeds = module['mergeFeeds'] as MergeFeeds;
  const sources = feeds.map((entries) => new Source(entries));
  const all = inOrder(feeds);
  const timeline: Shown[] = [];
  let lazy = true;
  for (const entry of mergeFeeds(sources)) {
    timeline.push(entry);
    const place = all.findIndex(
      (other) => other.at === entry.at && other.text === entry.text && other.feed === entry.feed,
    );
    const due = all.slice(0, place + 1);
    for (const [feed, source] of sources.entries()) {
      if (source.taken > due.filter((other) => other.feed === feed).length + 1) lazy = false;
    }
  }
  const stopped = feeds.map((entries) => new Source(entries));
  for (const _ of mergeFeeds(stopped)) break;
  return { timeline, lazy, closed: stopped.every((source) => source.state !== 'open') };
}

export const key: Key<Args> = {
  seed: 'iterators/merge-feeds',
  cases,
  oracle,
  run,
  reference: `
export interface FeedEntry {
  readonly at: number;
  readonly text: string;
}

export interface TimelineEntry extends FeedEntry {
  readonly feed: number;
}

interface Head {
  readonly feed: number;
  readonly iterator: Iterator<FeedEntry>;
  entry: FeedEntry;
}

export function* mergeFeeds(feeds: readonly Iterable<FeedEntry>[]): Generator<TimelineEntry, void, undefined> {
  let open: Head[] = [];
  try {
    for (const [feed, entries] of feeds.entries()) {
      const iterator = entries[Symbol.iterator]();
      const first = iterator.next();
      if (!first.done) open.push({ feed, iterator, entry: first.value });
    }
    let textsByMoment = new Map<number, Set<string>>();
    while (open.length > 0) {
      const at = Math.min(...open.map((head) => head.entry.at));
      const head = open.find((candidate) => candidate.entry.at === at);
      if (head === undefined) return;
      const texts = textsByMoment.get(at) ?? new Set<string>();
      textsByMoment = new Map([[at, texts]]);
      if (!texts.has(head.entry.text)) {
        texts.add(head.entry.text);
        yield { ...head.entry, feed: head.feed };
      }
      const step = head.iterator.next();
      if (step.done) open = open.filter((other) => other !== head);
      else head.entry = step.value;
    }
  } finally {
    for (const head of open) head.iterator.return?.();
  }
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'linear scan over the heads' },
    'solve-1': { truth: 'right', note: 'a binary heap of the heads' },
    'solve-2': { truth: 'wrong', defect: 'unstable-sort', note: 'a tie goes to the higher feed' },
    'solve-3': { truth: 'wrong', defect: 'duplicates', note: 'compares with the entry yielded last only' },
    'solve-4': { truth: 'wrong', defect: 'misread', note: 'reads every feed to its end first' },
    'roundtrip-0': { truth: 'right', note: 'merges halves recursively' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-4'], note: 'no test of laziness or of closing' },
    'tests-1': {
      truth: 'right',
      letsThrough: ['solve-3', 'solve-4'],
      note: 'examples whose duplicates are neighbours',
    },
  },
};
