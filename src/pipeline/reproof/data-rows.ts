import { basename } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { inputError } from '../../core/error.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';

/** A row of a data file: its value, or what is wrong with it. */
export interface DataRow {
  readonly file: string;
  /** Line or row, from 1. */
  readonly line: number;
  readonly read: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };
}

/** The rows of a JSONL, JSONL.zst or Parquet file. Throws an input error where it cannot be read. */
export async function* dataRows(file: string, signal: AbortSignal): AsyncGenerator<DataRow> {
  if (file.endsWith('.parquet')) return yield* parquetRows(file, signal);
  using source = await openBytes(file);
  for await (const line of readLines(source, signal)) yield { file, line: line.number, read: parseLine(line) };
}

async function* parquetRows(path: string, signal: AbortSignal): AsyncGenerator<DataRow> {
  let rowEnd = 0;
  for (const size of await groupSizes(path)) {
    const rowStart = rowEnd;
    rowEnd += size;
    signal.throwIfAborted();
    for (const [place, value] of (await readGroup(path, rowStart, rowEnd)).entries()) {
      yield { file: path, line: rowStart + place + 1, read: { ok: true, value: asJson(value) } };
    }
  }
}

async function groupSizes(path: string): Promise<number[]> {
  return await orUnreadable(path, async () => {
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
    return metadata.row_groups.map(({ num_rows: rows }) => Number(rows));
  });
}

async function readGroup(path: string, rowStart: number, rowEnd: number): Promise<Record<string, unknown>[]> {
  return await orUnreadable(path, async () =>
    parquetReadObjects({ file: await asyncBufferFromFile(path), rowStart, rowEnd }),
  );
}

async function orUnreadable<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw inputError('file-unreadable', `Cannot read ${basename(path)} as Parquet: ${problem}. (${path})`, cause);
  }
}

/** A value of a Parquet file as JSON has it: integers are numbers, and what is not there is left out. */
function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, asJson(member)]));
}
