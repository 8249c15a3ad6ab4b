import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../../core/error.ts';
import { contentHash } from '../../core/id.ts';
import type { Problem, ProblemSet, Shape } from '../problem.ts';
import { isDatasetFolder, readDatasetFolder } from './dataset-folder.ts';
import { readRows, type ReadRowsOptions } from './read-rows.ts';
import { readExercises } from './exercises/read-exercises.ts';
import { dataset } from './shapes/dataset.ts';
import { mbxp, multiplE } from './shapes/named.ts';
import { humanevalpack, humanevalX, mceval } from './shapes/prefixed.ts';
import type { Adapter } from './shapes/shape.ts';
import { winnow } from './shapes/winnow.ts';

/** Those with more marks first: a row is of the first shape all of whose marks it has. */
const adapters: readonly Adapter[] = [dataset, humanevalpack, humanevalX, mceval, multiplE, mbxp, winnow];

/**
 * Reads a problem set: JSONL of any published shape, told by its fields; or a directory: a dataset that Winnow exported,
 * a run, or exercises. Throws an input error with file and line for what is no problem, and for a set without any.
 */
export async function readProblems(path: string, options: ReadRowsOptions = {}): Promise<ProblemSet> {
  const { shape, problems } = isDirectory(path) ? await readFolder(path, options) : await readSet(path, options);
  if (problems.length === 0) throw inputError('no-problems', `${path} holds no problems.`);
  options.onNotice?.(`${path}: ${problems.length} problems, read as ${shape}`);
  return { shape, problems, digest: contentHash(problems) };
}

function isDirectory(path: string): boolean {
  return path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

interface Rows {
  readonly shape: Shape;
  readonly problems: readonly Problem[];
}

async function readFolder(dir: string, options: ReadRowsOptions): Promise<Rows> {
  if (isDatasetFolder(dir)) return { shape: 'winnow-dataset', problems: await readDatasetFolder(dir, options) };
  const samples = join(dir, 'samples.jsonl');
  if (existsSync(samples)) return await readSet(samples, options);
  return { shape: 'exercism', problems: readExercises(dir, options.onNotice ?? (() => {})) };
}

async function readSet(path: string, options: ReadRowsOptions): Promise<Rows> {
  const reader = new RowReader();
  await readRows(path, options, ({ value, line }) => reader.add(value, line));
  return { shape: reader.shape, problems: reader.problems };
}

/** All rows of a set have one shape, and no id twice. */
class RowReader {
  readonly problems: Problem[] = [];
  readonly #lines = new Map<string, number>();
  #adapter: Adapter | undefined;

  get shape(): Shape {
    return this.#adapter?.shape ?? 'winnow';
  }

  /** Takes a row; says what is wrong with it where something is. */
  add(row: unknown, line: number): string | undefined {
    const adapter = adapterFor(row);
    if (adapter === undefined) return 'a problem must be a JSON object with task_id, prompt and test';
    this.#adapter ??= adapter;
    if (adapter !== this.#adapter)
      return `it has the shape ${adapter.shape}, and those before it ${this.#adapter.shape}`;
    const read = adapter.read(row);
    if (!read.ok) return read.problem;
    const { problem } = read;
    const earlier = this.#lines.get(problem.id);
    if (earlier !== undefined) return `${problem.id} is the id of line ${earlier} too`;
    this.#lines.set(problem.id, line);
    this.problems.push(problem);
    return undefined;
  }
}

function adapterFor(row: unknown): Adapter | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
  return adapters.find(({ marks }) => marks.every((mark) => Object.hasOwn(row, mark))) ?? winnow;
}
