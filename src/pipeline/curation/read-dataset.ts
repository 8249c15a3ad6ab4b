import { inputError } from '../../core/error.ts';
import { factsOf, type RowFacts } from '../../curate/dataset/facts.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';

/** A row of a dataset, where it stands, and what curation knows of it. */
export interface DatasetRow {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly isReal: boolean;
  readonly value: Readonly<Record<string, unknown>>;
  readonly facts: RowFacts;
}

export interface ReadDatasetOptions {
  readonly files: readonly { readonly path: string; readonly isReal: boolean }[];
  readonly skipsBadLines: boolean;
  readonly signal: AbortSignal;
  readonly onBadLine: (problem: string) => void;
}

/** The rows of several JSONL files, one after the other. Throws an input error for a line that is no row. */
export async function* readDataset(options: ReadDatasetOptions): AsyncGenerator<DatasetRow> {
  for (const { path: file, isReal } of options.files) {
    using source = await openBytes(file);
    for await (const line of readLines(source, options.signal)) {
      const parsed = parseLine(line);
      const read = parsed.ok ? factsOf(parsed.value) : parsed;
      if (parsed.ok && 'facts' in read) {
        yield { file, line: line.number, isReal, value: parsed.value as DatasetRow['value'], facts: read.facts };
      } else {
        refuse(`${source.name}:${line.number}: ${'problem' in read ? read.problem : 'no row'}`, options);
      }
    }
  }
}

function refuse(problem: string, { skipsBadLines, onBadLine }: ReadDatasetOptions): void {
  if (!skipsBadLines) {
    throw inputError('bad-line', `${problem}\nCorrect the line, or leave out such lines with --skip-bad-lines.`);
  }
  onBadLine(problem);
}
