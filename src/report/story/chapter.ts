/** A story as it is shown, whatever it is shown on: chapters of blocks. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'prose'; readonly text: string }
  /** Something that cannot be told, or is said about what follows. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | Listing;

/** A text that is shown as it is. */
export interface Listing {
  readonly kind: 'listing';
  readonly title: string;
  readonly language: 'typescript' | 'text';
  readonly text: string;
  /** Whether it is one of many that few want to read. */
  readonly isFolded: boolean;
}

export interface Fact {
  readonly name: string;
  readonly value: Cell;
}

export interface Cell {
  readonly text: string;
  /** The id of the row that it names. */
  readonly row?: string;
  readonly tone?: 'good' | 'bad';
}

export function fact(name: string, value: string | number | Cell): Fact {
  return { name, value: typeof value === 'object' ? value : { text: String(value) } };
}

export function listing(
  title: string,
  text: string,
  more: Partial<Pick<Listing, 'language' | 'isFolded'>> = {},
): Listing {
  return { kind: 'listing', title, text, language: 'typescript', isFolded: false, ...more };
}

/** The chapter with those of its blocks that are there, or none where no block is. */
export function chapter(title: string, blocks: readonly (Block | undefined)[]): Chapter[] {
  const there = blocks.filter((block) => block !== undefined);
  return there.length === 0 ? [] : [{ title, blocks: there }];
}

/** Facts as a block, or none where there is nothing to say. */
export function factsBlock(facts: readonly (Fact | undefined)[]): Block | undefined {
  const there = facts.filter((fact) => fact !== undefined);
  return there.length === 0 ? undefined : { kind: 'facts', facts: there };
}

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): Block | undefined {
  return rows.length === 0 ? undefined : { kind: 'table', head, rows };
}
