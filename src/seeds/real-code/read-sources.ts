import { execFile } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { inputError } from '../../core/error.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import { Licences } from './licences.ts';
import type { SourceFile, Unfit } from './source-file.ts';

const code = /\.[cm]?[jt]s$/u;
const notCode = /\.d\.[cm]?ts$|\.min\.[cm]?js$|(?:^|[./_-])(?:tests?|specs?|bench|stories)(?:[./_-]|$)/iu;
const skippedFolders = new Set([
  'node_modules',
  'dist',
  'build',
  'out',
  'vendor',
  'coverage',
  '__tests__',
  'tests',
  'test',
]);
const largestBytes = 1024 * 1024;
const longestLine = 2000;

export interface Sources {
  readonly files: readonly SourceFile[];
  readonly unfit: ReadonlyMap<Unfit, number>;
}

/**
 * Reads TypeScript and JavaScript from a file, a folder, a git repository (what it tracks) or a JSONL file of rows with `code`,
 * `content` or `text`, in the order of their paths. Tests, declarations, generated and minified files are left out, and
 * links are not followed. Throws an input error for what is not there or cannot be read at all.
 */
export async function readSources(path: string): Promise<Sources> {
  if (!existsSync(path)) throw inputError('seeds-unreadable', `There is no code at ${path}: check seeds.code.`);
  if (code.test(path) && lstatSync(path).isFile()) return readFolder(dirname(path), [basename(path)]);
  return /\.jsonl(?:\.zst)?$/u.test(path) ? await readRows(path) : readFolder(path, await pathsOf(path));
}

async function pathsOf(folder: string): Promise<string[]> {
  const paths = existsSync(join(folder, '.git')) ? await trackedPaths(folder) : foundPaths(folder, '');
  const wanted = paths.filter((path) => code.test(path) && !notCode.test(path));
  return wanted.filter((path) => path.split('/').every((part) => !skippedFolders.has(part))).toSorted();
}

async function trackedPaths(folder: string): Promise<string[]> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, 'ls-files', '-z'], { maxBuffer: 1 << 28 });
    return stdout.split('\0').filter((path) => path !== '');
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw inputError('git-failed', `git cannot list the files of ${folder}: ${why}. Is git installed?`, cause);
  }
}

function foundPaths(folder: string, under: string): string[] {
  const entries = readdirSync(join(folder, under), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && !skippedFolders.has(entry.name) && !entry.name.startsWith('.')
      ? foundPaths(folder, path)
      : [];
  });
}

function readFolder(folder: string, paths: readonly string[]): Sources {
  const licences = new Licences(folder);
  const unfit = new Map<Unfit, number>();
  const files = paths.flatMap((path): SourceFile[] => {
    const text = readCode(join(folder, path));
    if (typeof text !== 'object') {
      unfit.set(text, (unfit.get(text) ?? 0) + 1);
      return [];
    }
    const licence = licences.of(path, text.text);
    return [{ path, text: text.text, ...(licence !== undefined && { licence }) }];
  });
  return { files, unfit };
}

/** The text of a file, or why it is of no use. */
function readCode(path: string): { readonly text: string } | Unfit {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile() || facts.size > largestBytes) return 'unreadable';
  const bytes = readFileSync(path);
  if (!isUtf8(bytes) || bytes.includes(0)) return 'unreadable';
  const text = bytes.toString('utf8');
  return isGenerated(text) ? 'generated' : { text };
}

function isGenerated(text: string): boolean {
  return /@generated|do not edit|auto-?generated/iu.test(text.slice(0, 1000)) || hasLongLine(text);
}

function hasLongLine(text: string): boolean {
  return text.split('\n').some((line) => line.length > longestLine);
}

const row = z.looseObject({
  code: z.string().optional(),
  content: z.string().optional(),
  text: z.string().optional(),
  path: z.string().optional(),
  licence: z.string().optional(),
  license: z.string().optional(),
});

async function readRows(path: string): Promise<Sources> {
  using source = await openBytes(path);
  const files: SourceFile[] = [];
  const unfit = new Map<Unfit, number>();
  for await (const line of readLines(source, new AbortController().signal)) {
    const parsed = parseLine(line);
    const read = parsed.ok ? row.safeParse(parsed.value) : undefined;
    const text = read?.data?.code ?? read?.data?.content ?? read?.data?.text;
    if (text === undefined) {
      const problem = parsed.ok ? 'a row needs its code under `code`, `content` or `text`' : parsed.problem;
      throw inputError('seeds-unreadable', `${source.name}:${line.number}: ${problem}`);
    }
    const licence = read?.data?.licence ?? read?.data?.license;
    if (isGenerated(text)) unfit.set('generated', (unfit.get('generated') ?? 0) + 1);
    else files.push({ path: read?.data?.path ?? `${line.number}.ts`, text, ...(licence !== undefined && { licence }) });
  }
  return { files, unfit };
}
