import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inputError, type WinnowError } from '../../core/error.ts';
import type { LabelRow, PairRow, PreferenceRow, SampleRow } from '../../core/rows.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';

const text = z.string();
const reference = { id: text, sample: text };

/** What the export reads of each kind of row; more may stand there. */
const schemas = {
  samples: z.looseObject({
    id: text,
    group: text.optional(),
    task: z.looseObject({ id: text, statement: text, signature: text, entry_point: text, difficulty: text }),
    solution: text,
    tests: text,
    reasoning: text.optional(),
    verification: z.looseObject({ solution: text, tests: text, limits: z.record(text, z.number()) }),
    lineage: z.looseObject({ seed: text, model: text, recorded: text }),
  }),
  pairs: z.looseObject({
    ...reference,
    direction: z.enum(['description-to-code', 'code-to-description']),
    source: text,
    description: text,
    code: text,
    round_trip: z.looseObject({ solution: text }).optional(),
  }),
  preferences: z.looseObject({ ...reference, prompt: text, chosen: text, rejected: text }),
  labels: z.looseObject({ ...reference, prompt: text, completion: text, label: z.boolean() }),
};

interface Rows {
  readonly samples: SampleRow;
  readonly pairs: PairRow;
  readonly preferences: PreferenceRow;
  readonly labels: LabelRow;
}

export type RowFileKind = keyof Rows;

/** A row with the place that errors name. */
export interface Located<Row> {
  readonly row: Row;
  /** FILE:LINE */
  readonly at: string;
}

/** The file of a kind of rows in a folder, compressed or not; undefined where there is none. */
export function rowFile(folder: string, kind: RowFileKind): string | undefined {
  const path = join(folder, `${kind}.jsonl`);
  return [path, `${path}.zst`].find((candidate) => existsSync(candidate));
}

/** Reads the rows of a file. Throws an input error for a line that is no such row. */
export async function* readRows<Kind extends RowFileKind>(
  path: string,
  kind: Kind,
  signal: AbortSignal,
): AsyncGenerator<Located<Rows[Kind]>> {
  using source = await openBytes(path);
  for await (const line of readLines(source, signal)) {
    const at = `${path}:${line.number}`;
    const parsed = parseLine(line);
    if (!parsed.ok) throw badRow(at, kind, parsed.problem);
    const checked = schemas[kind].safeParse(parsed.value);
    if (!checked.success) throw badRow(at, kind, firstIssue(checked.error));
    yield { row: parsed.value as Rows[Kind], at };
  }
}

function firstIssue({ issues: [first] }: z.ZodError): string {
  return first === undefined ? 'unreadable' : `${first.path.join('.') || 'the row'}: ${first.message}`;
}

function badRow(at: string, kind: RowFileKind, problem: string): WinnowError {
  return inputError(
    'row-invalid',
    `${at}: this is no row of ${kind} that \`winnow run\` writes (${problem}). Only rows with their proofs are exported: repair the line, or make the folder again.`,
  );
}
