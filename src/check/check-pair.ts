import { extname } from 'node:path';
import { inputError } from '../core/error.ts';
import { readText } from '../input/read-text.ts';
import { openJudge, type Judge } from '../pipeline/batch/open-judge.ts';
import { outputRow, type OutputRow } from './output-row.ts';
import type { JudgeSettings } from '../pipeline/batch/settings.ts';
import { importingSolution } from '../input/solution-imports.ts';

export interface CheckPairOptions {
  readonly solutionFile: string;
  readonly testsFile: string;
  readonly settings: JudgeSettings;
  /** Opens what judges; the real thing unless given. */
  readonly open?: (settings: JudgeSettings) => Promise<Judge>;
}

const languages: ReadonlyMap<string, 'ts' | 'js'> = new Map([
  ['.ts', 'ts'],
  ['.mts', 'ts'],
  ['.cts', 'ts'],
  ['.js', 'js'],
  ['.mjs', 'js'],
  ['.cjs', 'js'],
]);

/** Judges one file of a solution by one file of tests. Throws an input error for files that cannot be read. */
export async function checkPair({
  solutionFile,
  testsFile,
  settings,
  open = openJudge,
}: CheckPairOptions): Promise<OutputRow> {
  const language = languageOfFile(solutionFile);
  languageOfFile(testsFile);
  const solution = readText(solutionFile, 'the solution');
  const tests = readText(testsFile, 'the tests');
  const suite = importingSolution(tests, testsFile, solutionFile);
  const limits = { ...settings.limits, types: settings.types[language] };
  await using judge = await open({ ...settings, concurrency: 1 });
  const candidate = { solution, suite, language, seed: settings.seed };
  return outputRow({ id: solutionFile }, await judge.examine(candidate, limits, new AbortController().signal));
}

function languageOfFile(path: string): 'ts' | 'js' {
  const language = languages.get(extname(path));
  if (language !== undefined) return language;
  const endings = [...languages.keys()].join(', ');
  throw inputError('bad-usage', `${path}: the name must say the language by one of the endings ${endings}.`);
}
