import type { Column } from '../columns.ts';
import type { Contents, SourceKind } from '../items.ts';
import type { ShardFile } from '../shard-file.ts';

export type DataRow = Readonly<Record<string, unknown>>;

/** Where a row stands: its split, and its 0-based place in it. */
export interface Place {
  readonly split: string;
  readonly index: number;
}

/** A layout of rows that some trainer reads. */
export interface FormatOf<Kind extends SourceKind> {
  /** Which rows it is made of. */
  readonly source: Kind;
  /** Every row has all of these columns, and no other. */
  readonly columns: readonly Column[];
  /** A row in words, for the card. */
  readonly shape: string;
  readonly toRow: (content: Contents[Kind], place: Place) => DataRow;
  /** Further files that the trainer wants beside the data: name and text. */
  readonly companions?: (files: readonly ShardFile[]) => Readonly<Record<string, string>>;
}

export type Format = { [Kind in SourceKind]: FormatOf<Kind> }[SourceKind];
