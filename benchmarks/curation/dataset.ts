import { closeSync, openSync, writeSync } from 'node:fs';
import { codeDisguises, codeTwin, edits, wordDisguises, wordTwin } from './disguises.ts';
import { madeRow, type MadeRow } from './programs.ts';

/** What was planted, by the id of the row. */
export type Planted = ReadonlyMap<string, string>;

/** Numbers from here on are of rows that only lend their texts to planted ones. */
const benchmarkFrom = 50_000_000;
const plantedFrom = 80_000_000;

/** The problems of a made-up benchmark. */
export function benchmarkProblems(count: number): MadeRow[] {
  return Array.from({ length: count }, (_, index) => madeRow(benchmarkFrom + index));
}

export interface MadeDataset {
  readonly rows: number;
  /** Of each kind. */
  readonly planted: number;
  readonly problems: readonly MadeRow[];
}

/** Writes so many clean rows and, spread among them, the planted ones; returns what was planted. */
export function writeDataset(path: string, { rows, planted, problems }: MadeDataset): Planted {
  const twins = twinsOf(rows, planted, problems);
  const every = Math.max(1, Math.floor(rows / (twins.length + 1)));
  const kinds = new Map<string, string>();
  const file = openSync(path, 'w');
  let lines: string[] = [];
  const put = (row: MadeRow): void => {
    lines.push(JSON.stringify(row));
    if (lines.length >= 1000) flush();
  };
  const flush = (): void => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  let next = 0;
  for (let number = 0; number < rows; number += 1) {
    put(madeRow(number));
    const twin = number % every === every - 1 ? twins[next] : undefined;
    if (!twin) continue;
    next += 1;
    const { kind, row } = twin();
    kinds.set(row.id, kind);
    put(row);
  }
  flush();
  closeSync(file);
  return kinds;
}

type Twin = () => { readonly kind: string; readonly row: MadeRow };

/** Twins of rows that came before them and of problems, a kind after the other in turns. */
function twinsOf(rows: number, planted: number, problems: readonly MadeRow[]): Twin[] {
  const twins: Twin[] = [];
  let number = plantedFrom;
  for (let index = 0; index < planted; index += 1) {
    // Those of low numbers are written before any twin of theirs, the first few aside.
    const of = (index * 7) % Math.max(1, Math.floor(rows / 50));
    for (const kind of Object.keys(codeDisguises)) {
      const own = (number += 1);
      twins.push(() => ({ kind: `solution ${kind}`, row: codeTwin(madeRow(of), kind, own) }));
    }
    for (const kind of Object.keys(edits)) {
      const own = (number += 1);
      twins.push(() => ({ kind: `statement ${kind}`, row: wordTwin(madeRow(of), kind, own) }));
    }
    const problem = problems[index % problems.length];
    if (!problem) continue;
    for (const kind of Object.keys(codeDisguises)) {
      const own = (number += 1);
      twins.push(() => ({ kind: `benchmark solution ${kind}`, row: codeTwin(problem, kind, own) }));
    }
    for (const kind of Object.keys(wordDisguises)) {
      const own = (number += 1);
      twins.push(() => ({ kind: `benchmark statement ${kind}`, row: wordTwin(problem, kind, own) }));
    }
  }
  return twins;
}
