import type { IndexedText, Neighbour, NeighbourIndex } from '../../core/ports.ts';
import type { Signature } from '../../core/signature.ts';

/** Something that a text is near to, outside of the dataset. */
export interface Outside {
  readonly id: string;
  /** Where it is; absent where the id says it. */
  readonly in?: string;
}

/** Texts that came before all of a dataset. */
export interface Earlier {
  readonly index: NeighbourIndex;
  /** Where they are; absent where their ids say it. */
  readonly name?: string;
  /** Those from this place on do not count; all do unless given. */
  readonly until?: number;
}

export interface NearRowsOptions {
  /** Gone when the work is done. */
  readonly index: NeighbourIndex;
  /** What was kept before. */
  readonly earlier: readonly Earlier[];
  readonly threshold: number;
  readonly onLink: (number: number, earlier: number) => void;
  /** A text was kept by an earlier curation, which noted this about it. */
  readonly onKnown: (number: number, note: string) => void;
  /** A text is near to one that must not come again. */
  readonly onOutside: (number: number, outside: Outside) => void;
}

interface Waiting {
  readonly number: number;
  readonly key: string;
  readonly signature: Signature;
}

/** Texts that are looked up together: the more, the fewer times the index is read. */
const blockSize = 65_536;

/** Finds near-duplicates among the texts of one kind in a dataset, such as its solutions, as they come. */
export class NearRows {
  readonly #options: NearRowsOptions;
  /** The number of each text in the index; none for those that only stand in the way. */
  readonly #numbers: (number | undefined)[] = [];
  /** The other way round. */
  readonly #places = new Map<number, number>();
  #waiting: Waiting[] = [];

  constructor(options: NearRowsOptions) {
    this.#options = options;
  }

  /** Adds texts that must not come again. */
  bar(texts: readonly IndexedText[]): void {
    this.#options.index.add(texts);
    for (const _ of texts) this.#numbers.push(undefined);
  }

  /** Adds a text under a number of the caller's, above all before it. */
  add(number: number, key: string, signature: Signature): void {
    this.#waiting.push({ number, key, signature });
    if (this.#waiting.length >= blockSize) this.flush();
  }

  /** Reports what has not been looked up yet. */
  flush(): void {
    const block = this.#waiting;
    this.#waiting = [];
    for (const earlier of this.#options.earlier) this.#lookUp(earlier, block);
    for (const { number } of block) this.#places.set(number, this.#numbers.push(number) - 1);
    const texts = block.map(({ key, signature }) => ({ id: key, signature, note: '' }));
    const linked = this.#options.index.link(texts, this.#options.threshold);
    for (const [place, { number }] of block.entries()) this.#report(number, linked[place] ?? []);
  }

  /** The text that was added under a number, once it has been looked up. */
  textOf(number: number): IndexedText | undefined {
    const place = this.#places.get(number);
    return place === undefined ? undefined : this.#options.index.text(place);
  }

  #report(number: number, neighbours: readonly Neighbour[]): void {
    for (const { row, id, note } of neighbours) {
      const earlier = this.#numbers[row];
      if (earlier === undefined) this.#options.onOutside(number, { id, in: note });
      else this.#options.onLink(number, earlier);
    }
  }

  #lookUp({ index, name, until = Number.POSITIVE_INFINITY }: Earlier, block: readonly Waiting[]): void {
    const { threshold, onOutside, onKnown } = this.#options;
    if (index.size === 0) return;
    const signatures = block.map(({ signature }) => signature);
    const found = index.near(signatures, threshold);
    for (const [place, { number, key }] of block.entries()) {
      const neighbours = (found[place] ?? []).filter(({ row }) => row < until);
      const known = neighbours.find(({ id }) => id === key);
      const [nearest] = neighbours;
      if (known) onKnown(number, known.note);
      else if (nearest) onOutside(number, { id: nearest.id, ...(name !== undefined && { in: name }) });
    }
  }
}
