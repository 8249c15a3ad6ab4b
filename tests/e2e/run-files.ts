import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

export interface SmallRun {
  readonly topics: readonly string[];
  /** Default 2. */
  readonly roundSize?: number;
  readonly maxConcurrency?: number;
  readonly sandboxes?: number;
}

/** Writes the configuration of a run over a few topics against the recorded model. */
export function writeSmallConfig(file: string, { topics, roundSize = 2, ...limits }: SmallRun): void {
  const config = {
    endpoint: {
      kind: 'offline',
      name: 'offline',
      model: 'winnow-offline',
      price: { input_per_million: 0, output_per_million: 0 },
      ...(limits.maxConcurrency !== undefined && { max_concurrency: limits.maxConcurrency }),
    },
    seeds: { tags: ['offline'], topics: [...topics], round_size: roundSize },
    verify: {
      timeout_ms: 1000,
      mutants: 8,
      inputs: 20,
      ...(limits.sandboxes !== undefined && { concurrency: limits.sandboxes }),
    },
  };
  writeFileSync(file, stringify(config));
}

/** The rows of a JSONL file. The caller names their type. */
export function readRows<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

/** They tell how long things took. */
const timed = ['accounting.json', 'course.json', 'report.html'];

/** The files of a run that must not depend on how it was run: the row files and the dataset, by path. */
export function datasetFiles(dir: string): Map<string, Buffer> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('run.db') && !timed.includes(name))
    .filter((name) => statSync(join(dir, name)).isFile())
    .toSorted();
  return new Map(names.map((name) => [name, readFileSync(join(dir, name))]));
}

/** Names of the files that are not the same, byte by byte, in two runs; empty when all are. */
export function differingFiles(left: string, right: string): string[] {
  const [before, after] = [datasetFiles(left), datasetFiles(right)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.filter((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    return one === undefined || other === undefined || !one.equals(other);
  });
}
