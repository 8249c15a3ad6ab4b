import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { syntheticSeeds } from '../../src/llm/synthetic/seeds.ts';

export interface RunOptions {
  readonly folder: string;
  readonly url: string;
  readonly concurrency: number;
  readonly draws: number;
  /** Laid over the configuration. */
  readonly sections?: Readonly<Record<string, unknown>>;
  /** Laid over the endpoint. */
  readonly endpoint?: Readonly<Record<string, unknown>>;
}

/** Writes the seeds and the configuration of a run over synthetic tasks; returns the configuration's path. */
export function writeRun({ folder, url, concurrency, draws, sections, endpoint }: RunOptions): string {
  const seeds = join(folder, 'seeds');
  mkdirSync(seeds, { recursive: true });
  for (const [topic, own] of Map.groupBy(syntheticSeeds(draws), (seed) => seed.topic)) {
    const listed = own.map(({ id, kind, title, difficulty, text }) => ({ id, kind, title, difficulty, text }));
    writeFileSync(join(seeds, `${topic}.yaml`), stringify({ topic, seeds: listed }));
  }
  const config = {
    endpoint: {
      kind: 'openai',
      name: 'synthetic',
      model: 'winnow-offline',
      base_url: url,
      max_concurrency: concurrency,
      ...endpoint,
    },
    seeds: { path: 'seeds', round_size: draws },
    verify: { minimal_suites: false },
    ...sections,
  };
  const path = join(folder, 'winnow.yaml');
  writeFileSync(path, stringify(config));
  return path;
}

/** Resident memory of a process in MB; undefined when it is gone. */
export function residentMb(pid: number): number | undefined {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}
