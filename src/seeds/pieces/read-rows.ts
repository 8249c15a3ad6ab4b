import { basename } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { contentHash } from '../../core/id.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import type { Line } from '../../input/line-splitter.ts';
import { difficultyOf } from '../real-code/code-seeds.ts';
import { scanCode } from '../real-code/scan.ts';
import { makePiece, onlyEntryPoint } from './make-piece.ts';
import { ownTests } from './own-tests.ts';
import type { Piece, Pieces } from './piece.ts';
import { publicFaces } from './signature.ts';

const fields = {
  id: z.union([z.string().min(1, 'must not be empty'), z.number()], 'must be a string or a number'),
  code: z.string('must be a string').min(1, 'must not be empty'),
  tests: z.string('must be a string').nullish(),
  language: z.enum(['ts', 'js'], "must be 'ts' or 'js'").nullish(),
  entry_point: z.string('must be a string').nullish(),
  path: z.string('must be a string').nullish(),
  licence: z.string('must be a string').nullish(),
  license: z.string('must be a string').nullish(),
};
const row = z.object(fields, 'a row must be a JSON object with id and code');
const known: ReadonlySet<string> = new Set(Object.keys(fields));

export interface ReadRowsOptions {
  /** Skip and count lines that are no row. */
  readonly skipsBadLines: boolean;
}

/**
 * The rows `{id, code, tests?, language?, entry_point?, path?, licence?}` of a JSONL file (`.zst`, or `-` for standard
 * input) as pieces. What holds a secret or personal data is left out. Throws an input error that names file and line.
 */
export async function readPieceRows(path: string, { skipsBadLines }: ReadRowsOptions): Promise<Pieces> {
  using source = await openBytes(path);
  const pieces: Piece[] = [];
  const notices: string[] = [];
  const places = new Map<string, string>();
  let badLines = 0;
  for await (const line of readLines(source, new AbortController().signal)) {
    const place = `${source.name}:${line.number}`;
    const read = readRow(line, `${basename(source.name)}:${line.number}`);
    const twice = typeof read === 'string' ? undefined : places.get(read.seed.id);
    const problem = typeof read === 'string' ? read : twice && `its id is that of ${twice} already`;
    if (typeof read === 'string' || problem !== undefined) {
      if (!skipsBadLines) throw inputError('bad-line', `${place}: ${problem}`);
      badLines += 1;
      continue;
    }
    places.set(read.seed.id, place);
    const finding = await scanCode(`${read.seed.code}\n${read.tests ?? ''}`);
    if (finding) notices.push(`${place}: left out, as it holds ${finding === 'secret' ? 'a secret' : 'personal data'}`);
    else pieces.push(read);
  }
  return { pieces, notices, badLines };
}

/** The piece of a line, or what is wrong with it. */
function readRow(line: Line, place: string): Piece | string {
  const parsed = parseLine(line);
  if (!parsed.ok) return parsed.problem;
  const read = row.safeParse(parsed.value);
  if (!read.success) return problemsOf(read.error);
  const { id, code, tests, language, entry_point, path, licence, license } = read.data;
  const found = entry_point ? { name: entry_point } : onlyEntryPoint(code);
  if (!('name' in found)) return noEntryPoint(found.among);
  const face = publicFaces(code)?.get(found.name);
  if (!face) return `the code declares no function or class ${found.name}, or does not parse`;
  const ownLicence = licence ?? license;
  const seed = {
    id: seedId(String(id)),
    topic: 'code',
    kind: 'snippet',
    title: found.name,
    difficulty: difficultyOf(code),
    text: '',
    tags: [],
    code,
    language: language ?? 'ts',
    path: path ?? place,
    ...(ownLicence && { licence: ownLicence }),
  } as const;
  const extra = Object.entries(parsed.value as object).filter(([name]) => !known.has(name));
  return makePiece(seed, {
    entryPoint: found.name,
    face,
    // Tests from the code's own folder import it by the name of its file.
    ...(tests && { tests: ownTests(tests, code) ?? tests }),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  });
}

/** A row's own id where it is plain words; otherwise what is plain of it, and a hash of all. */
function seedId(id: string): string {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)) return `code/${id}`;
  const plain = id.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  return `code/${[...plain.slice(0, 6), contentHash(id).slice(0, 8)].join('-')}`;
}

function noEntryPoint(among: readonly string[]): string {
  if (among.length === 0) return 'the code declares no function or class at its top level, or does not parse';
  return `the code has several entry points (${among.join(', ')}): name one under entry_point`;
}

function problemsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [...path.map(String), message].join(' ')).join('; ');
}
