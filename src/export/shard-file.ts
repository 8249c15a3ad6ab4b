/** One file of the data of a split. */
export interface ShardFile {
  readonly split: string;
  /** Within the dataset's folder. */
  readonly path: string;
  readonly rows: number;
  /** Of the rows as JSON lines, whatever the file is. */
  readonly dataBytes: number;
  /** Of the file. */
  readonly fileBytes: number;
}

/** Whether a name is one that a data file of an export has. */
export function isDataFile(name: string): boolean {
  return /^\w+-\d{5}-of-\d{5}\.(jsonl|jsonl\.zst|parquet)$/u.test(name);
}
