import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inputError } from '../../core/error.ts';
import type { Benchmark } from '../../curate/contamination/build-index.ts';
import { problemFields, problemTexts, type ProblemTexts } from '../../curate/contamination/problem-texts.ts';
import { openBytes } from '../../input/byte-source.ts';
import { parseLine, readLines } from '../../input/jsonl.ts';
import { whyUnreadable } from '../../input/read-text.ts';

const suffix = /\.jsonl(?:\.zst)?$/u;

/** Reads `FILE` or `NAME=FILE`, where a folder stands for the JSONL files in it. Throws an input error. */
export async function readBenchmark(from: string): Promise<Benchmark> {
  const [, name, path = from] = /^([^=/]+)=(.+)$/u.exec(from) ?? [];
  const problems: ProblemTexts[] = [];
  for (const file of filesOf(path)) problems.push(...(await problemsIn(file)));
  if (problems.length === 0)
    throw inputError('no-problems', `${path} has no problems. Name a JSONL file that has some.`);
  const file = basename(path);
  return { name: name ?? file.replace(suffix, ''), from: file, problems };
}

function filesOf(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => suffix.test(name))
      .toSorted()
      .map((name) => join(path, name));
  } catch (cause) {
    throw inputError('file-unreadable', `Cannot read ${path}: ${whyUnreadable(cause)}.`, cause);
  }
}

async function problemsIn(file: string): Promise<ProblemTexts[]> {
  using source = await openBytes(file);
  const problems: ProblemTexts[] = [];
  for await (const line of readLines(source, new AbortController().signal)) {
    const parsed = parseLine(line);
    if (!parsed.ok) throw inputError('bad-line', `${file}:${line.number}: ${parsed.problem}`);
    const problem = problemTexts(parsed.value);
    if (!problem) throw inputError('bad-line', `${file}:${line.number}: ${strange(parsed.value)}`);
    problems.push(problem);
  }
  return problems;
}

function strange(value: unknown): string {
  const found = typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : typeof value;
  return `no problem: it has ${found || 'nothing'}, and none of ${problemFields}`;
}
