import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { contentHash, proofDigest } from '../../core/id.ts';
import { dataRows, type DataRow } from './data-rows.ts';
import { sidecarName, type Provable } from './find-datasets.ts';
import { provenRow, sidecarRow, type Proof, type SidecarRow, type Verification } from './proof.ts';

/** The rows of a dataset with what is claimed of each. Throws an input error for what cannot be read. */
export function readProofs(dataset: Provable, signal: AbortSignal): AsyncGenerator<Proof> {
  return dataset.kind === 'rows' ? fromRows(dataset.path, signal) : fromExport(dataset.path, signal);
}

async function* fromRows(path: string, signal: AbortSignal): AsyncGenerator<Proof> {
  for await (const { file, line, read } of dataRows(path, signal)) {
    const unfolded = { file, line, read: withProof(read) };
    const { id, solution, tests, minimal_tests: minimal, verification } = valueOf(unfolded, provenRow);
    const altered = alteredProof(unfolded.read) ?? alteredRow({ solution, tests }, verification);
    const claims = { verification, accepts: [], refutes: [], alsoBy: minimal ? [minimal.tests] : [] };
    yield { file, line, id, ...(altered === undefined ? { claims } : { altered }) };
  }
}

/** Data files and proofs side by side: each row is where its proof says, and is what it was then. */
async function* fromExport(folder: string, signal: AbortSignal): AsyncGenerator<Proof> {
  const sidecar = join(folder, sidecarName);
  const splits = new Map<string, AsyncGenerator<DataRow, undefined>>();
  for (const split of splitsOf(folder)) splits.set(split, rowsOfSplit(folder, split, signal));
  const seen = new Map<string, number>();
  for await (const { file, line, read } of dataRows(sidecar, signal)) {
    const proof = valueOf({ file, line, read }, sidecarRow);
    const row = await splits.get(proof.split)?.next();
    const place = seen.get(proof.split) ?? 0;
    seen.set(proof.split, place + 1);
    const altered = alteredProof(read) ?? alteredData(proof, row?.value, place);
    yield fromPair(proof, altered, row?.value ?? { file, line });
  }
  for (const rows of splits.values()) {
    for await (const { file, line } of rows) {
      yield { file, line, id: '', altered: `the row has no proof in ${sidecarName}` };
    }
  }
}

function fromPair(
  { id, verification, accepts, refutes }: SidecarRow,
  altered: string | undefined,
  { file, line }: { readonly file: string; readonly line: number },
): Proof {
  const claims = { verification, accepts, refutes, alsoBy: [] };
  return { file, line, id, ...(altered === undefined ? { claims } : { altered }) };
}

function alteredData(proof: SidecarRow, row: DataRow | undefined, place: number): string | undefined {
  if (!row) return `the data has no row ${proof.row} in split ${proof.split}`;
  if (proof.row !== place) return `the proof is of row ${proof.row}, and stands at row ${place}`;
  if (!row.read.ok) return row.read.problem;
  return contentHash(row.read.value) === proof.sha256 ? undefined : 'the row is not the one that was proven';
}

/** Whether a proof is still what its own hash says; one without a hash cannot tell. */
function alteredProof(read: DataRow['read']): string | undefined {
  const found = read.ok ? (read.value as { readonly verification: Verification }).verification : undefined;
  if (found?.sha256 === undefined || found.sha256 === proofDigest(found)) return undefined;
  return 'what it was proven by has been changed';
}

/** A column can only hold a text: the proof is then JSON in it. */
function withProof(read: DataRow['read']): DataRow['read'] {
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return read;
  const row = read.value as { readonly verification?: unknown };
  if (typeof row.verification !== 'string') return read;
  try {
    return { ok: true, value: { ...row, verification: JSON.parse(row.verification) as unknown } };
  } catch {
    return { ok: false, problem: 'its verification is no JSON' };
  }
}

function alteredRow(
  row: { readonly solution: string | undefined; readonly tests: string | undefined },
  verification: Verification,
): string | undefined {
  const names = (['solution', 'tests'] as const).filter(
    (name) => (row[name] ?? verification[name]) !== verification[name],
  );
  return names.length === 0 ? undefined : `${names.join(' and ')} are not those of its proof`;
}

const dataName = /^(\w+)-(\d+)-of-\d+\.(?:jsonl|jsonl\.zst|parquet)$/u;

function filesOf(folder: string): { readonly split: string; readonly path: string }[] {
  const data = join(folder, 'data');
  try {
    return readdirSync(data)
      .toSorted()
      .flatMap((name) => {
        const split = dataName.exec(name)?.[1];
        return split === undefined ? [] : [{ split, path: join(data, name) }];
      });
  } catch (cause) {
    throw inputError('no-data', `${folder} has proofs and no folder data. Restore it, or export it again.`, cause);
  }
}

function splitsOf(folder: string): Set<string> {
  return new Set(filesOf(folder).map(({ split }) => split));
}

async function* rowsOfSplit(folder: string, split: string, signal: AbortSignal): AsyncGenerator<DataRow, undefined> {
  for (const file of filesOf(folder)) if (file.split === split) yield* dataRows(file.path, signal);
  return undefined;
}

function valueOf<T>({ file, line, read }: DataRow, schema: z.ZodType<T>): T {
  if (!read.ok) throw inputError('bad-line', `${file}:${line}: ${read.problem}`);
  const row = schema.safeParse(read.value);
  if (row.success) return row.data;
  const [issue] = row.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw inputError('row-invalid', `${file}:${line}: no row with a proof: ${where} ${issue?.message ?? ''}`.trimEnd());
}
