import { openBytes } from '../../input/byte-source.ts';
import { inputError } from '../../core/error.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';

export interface Row {
  readonly value: unknown;
  /** Its line, from 1. */
  readonly line: number;
}

export interface ReadRowsOptions {
  /** Whether a line that is no row is told and left out, instead of ending it all. */
  readonly skipsBadLines?: boolean;
  readonly onNotice?: (notice: string) => void;
}

/** Hands the rows of a JSONL file to `take`, which says what is wrong with one where something is. Throws an input error. */
export async function readRows(
  path: string,
  { skipsBadLines = false, onNotice = () => {} }: ReadRowsOptions,
  take: (row: Row) => string | undefined,
): Promise<void> {
  using source = await openBytes(path);
  for await (const line of readLines(source, new AbortController().signal)) {
    const parsed = parseLine(line);
    const problem = parsed.ok ? take({ value: parsed.value, line: line.number }) : parsed.problem;
    if (problem === undefined) continue;
    const message = `${source.name}:${line.number}: ${problem}`;
    if (!skipsBadLines) {
      throw inputError('bad-line', `${message}\nCorrect the line, or leave it out with --skip-bad-lines.`);
    }
    onNotice(`${message} (skipped)`);
  }
}
