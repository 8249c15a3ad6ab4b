import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observeSuites } from './suites.ts';
import type { Observed } from './observed.ts';
import type { RecordedSeed } from './recorded.ts';
import { observeSolutions } from './solutions.ts';

/** Runs everything that is recorded for some seeds (types, behaviour, suites) in a folder that is removed afterwards. */
export async function observe(seeds: readonly RecordedSeed[], rounds: number): Promise<Map<string, Observed>> {
  const dir = mkdtempSync(join(tmpdir(), 'winnow-prove-'));
  try {
    const solutions = await observeSolutions(dir, seeds);
    const suites = await observeSuites(join(dir, 'suites'), seeds, { solutions, rounds });
    return new Map(
      seeds.map(({ seed }) => {
        const { reference, ...rest } = solutions.get(seed) ?? {};
        if (reference === undefined) throw new Error(`${seed}: the reference was not observed`);
        return [seed, { reference, solutions: rest, suites: suites.get(seed) ?? {} }];
      }),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
