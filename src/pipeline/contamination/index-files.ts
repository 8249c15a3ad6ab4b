import { readFileSync } from 'node:fs';
import { bundled } from '../../config/bundled.ts';
import type { Decontamination } from '../../core/curation.ts';
import { inputError } from '../../core/error.ts';
import { decodeIndex, encodeIndex, type BenchmarkIndex } from '../../curate/contamination/benchmark-index.ts';
import { buildIndex, defaultCut } from '../../curate/contamination/build-index.ts';
import { findContamination } from '../../curate/contamination/find-contamination.ts';
import { readText } from '../../input/read-text.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import { readBenchmark } from './read-benchmark.ts';

/** Opens indexes of benchmarks, the bundled one where none is named. Throws an input error. */
export function openDecontamination(paths: readonly string[]): Decontamination {
  return findContamination((paths.length > 0 ? paths : [bundled.benchmarks]).map(readIndex));
}

/** Reads an index. Throws an input error where the file is something else. */
export function readIndex(path: string): BenchmarkIndex {
  try {
    return decodeIndex(readFileSync(path));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const message = `Cannot read ${path} as an index of benchmarks: ${problem}. winnow contamination build makes one.`;
    throw inputError('index-unreadable', message, cause);
  }
}

export interface BuildOptions {
  readonly from: readonly string[];
  readonly out: string;
  /** Files of texts that anybody may write. */
  readonly allowed: readonly string[];
  /** Words of a gram. */
  readonly n?: number;
}

/** Makes an index of published files, and writes it. Throws an input error for what cannot be read. */
export async function buildIndexFile({ from, out, allowed, n }: BuildOptions): Promise<BenchmarkIndex> {
  const benchmarks = [];
  for (const one of from) benchmarks.push(await readBenchmark(one));
  const texts = allowed.map((path) => readText(path, 'the allowed text'));
  const cut = { ...defaultCut, ...(n !== undefined && { words: n }) };
  const index = buildIndex(benchmarks, { cut, allowed: texts });
  await writeAtomically(out, [encodeIndex(index)]);
  return index;
}
