import type { ExportContainer } from '../../config/config.ts';
import type { Column } from '../columns.ts';
import type { DataRow } from '../formats/format.ts';
import { openLines } from './lines.ts';
import { openParquet } from './parquet.ts';

/** A row, and what it is as a JSON line without its end. */
export interface EncodedRow {
  readonly row: DataRow;
  readonly json: string;
}

/** A file of rows while it is written. */
export interface RowFile {
  /** Resolves when there is room for the next row. */
  write(row: EncodedRow): Promise<void>;
  /** Completes the file. */
  finish(): Promise<void>;
  /** Stops writing and takes the file away. */
  discard(): Promise<void>;
}

/** Opens a file of rows; its name plays no part in what it holds. */
export function openContainer(kind: ExportContainer, path: string, columns: readonly Column[]): RowFile {
  switch (kind) {
    case 'parquet':
      return openParquet(path, columns);
    case 'jsonl':
    case 'jsonl.zst': {
      const lines = openLines(path, { isCompressed: kind === 'jsonl.zst' });
      return { ...lines, write: ({ json }) => lines.write(json) };
    }
  }
}
