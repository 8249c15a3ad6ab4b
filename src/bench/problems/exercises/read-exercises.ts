import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { inputError } from '../../../core/error.ts';
import { readText } from '../../../input/read-text.ts';
import { importingSolution } from '../../../input/solution-imports.ts';
import { mainNames, parseProgram } from '../../extract/program.ts';
import type { Problem } from '../../problem.ts';
import { runAll } from './run-all.ts';
import { type TrackEntry, trackOf } from './track.ts';

const paths = z.array(z.string()).default([]);
const configSchema = z.object({ files: z.object({ solution: paths, test: paths, example: paths }) });

/**
 * Reads a directory of exercises as Exercism lays them out: one exercise, a folder of them, or a whole track. One that
 * lacks something is told and left out. Throws an input error where none is left.
 */
export function readExercises(dir: string, onNotice: (notice: string) => void): Problem[] {
  const folders = exerciseFolders(dir);
  if (folders.length === 0) {
    const layout = 'an exercise has .meta/config.json and .docs/instructions.md';
    throw inputError('no-problems', `${dir} holds no exercises: ${layout}.`);
  }
  const track = trackOf(dir, onNotice);
  return folders.flatMap((folder) => {
    const read = readExercise(folder, track.get(basename(folder)));
    if (typeof read !== 'string') return [read];
    onNotice(`${folder}: ${read} (skipped)`);
    return [];
  });
}

function exerciseFolders(dir: string): string[] {
  if (isExercise(dir)) return [resolve(dir)];
  const practice = join(dir, 'exercises', 'practice');
  const parent = existsSync(practice) ? practice : dir;
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name))
    .filter(isExercise)
    .toSorted();
}

function isExercise(folder: string): boolean {
  return existsSync(join(folder, '.meta', 'config.json'));
}

/** The problem, or what the exercise lacks. */
function readExercise(folder: string, entry: TrackEntry | undefined): Problem | string {
  const config = configOf(folder);
  if (config === undefined) return '.meta/config.json does not name its files';
  const { solution, test, example } = config.files;
  const [main, ...others] = solution;
  const [testFile] = test;
  if (main === undefined || testFile === undefined) return '.meta/config.json names no solution or no test';
  const missing = [main, testFile].find((file) => !existsSync(join(folder, file)));
  if (missing !== undefined) return `${missing} is missing`;
  const instructions = instructionsOf(folder);
  if (instructions === '') return '.docs/instructions.md is missing';
  const stub = readText(join(folder, main), 'the stub');
  const tests = readText(join(folder, testFile), 'the tests');
  const canonical = example.map((file) => join(folder, file)).find((file) => existsSync(file));
  const program = parseProgram(stub);
  const names = program === undefined ? [] : mainNames(program).filter((name) => program.exports.has(name));
  const [entryPoint] = names;
  const files = Object.fromEntries(
    others
      .filter((file) => existsSync(join(folder, file)))
      .map((file) => [file, readText(join(folder, file), 'a file')]),
  );
  return {
    id: basename(folder),
    prompt: `${instructions}\n\nThe module begins as this:\n\n${fence(stub, main)}\n`,
    language: extname(main) === '.ts' ? 'ts' : 'js',
    tests: importingSolution(runAll(tests), join(folder, testFile), join(folder, main)),
    style: 'jest',
    stop: [],
    topics: entry?.topics ?? [],
    ...(entry?.difficulty !== undefined && { difficulty: entry.difficulty }),
    ...(names.length === 1 && entryPoint !== undefined && { entryPoint }),
    ...(canonical !== undefined && { canonical: withOwnImports(canonical, folder) }),
    ...(others.length > 0 && { files }),
  };
}

/** A reference solution stands in a folder of its own, and imports as if it stood beside the stub or where it is. */
function withOwnImports(file: string, folder: string): string {
  const up = dirname(file) === resolve(folder) ? './' : '../';
  return readText(file, 'the reference solution')
    .replaceAll(`from '${up}`, "from './")
    .replaceAll(`from "${up}`, 'from "./');
}

function configOf(folder: string): z.infer<typeof configSchema> | undefined {
  const text = readText(join(folder, '.meta', 'config.json'), 'the configuration of an exercise');
  try {
    return configSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function instructionsOf(folder: string): string {
  return ['introduction.md', 'instructions.md', 'instructions.append.md']
    .map((name) => join(folder, '.docs', name))
    .filter((file) => existsSync(file))
    .map((file) => readText(file, 'the instructions').trim())
    .join('\n\n');
}

function fence(code: string, file: string): string {
  return `\`\`\`${extname(file).slice(1)}\n${code.trim()}\n\`\`\``;
}
