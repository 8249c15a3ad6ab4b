import { bundled } from '../config/bundled.ts';
import type { Config } from '../config/config.ts';
import { inputError } from '../core/error.ts';
import type { Seed } from '../core/seed.ts';
import { readInstructions } from '../seeds/instructions.ts';
import { readSeeds } from '../seeds/read.ts';
import { readCodeSeeds } from '../seeds/real-code/code-seeds.ts';
import { selectSeeds } from '../seeds/select.ts';
import { readTextbook } from '../seeds/textbook.ts';
import { withTypeChecks } from './well-typed.ts';

/** Reads the seeds that a configuration names, from all its sources; what code gave no seed is told. Throws an input error. */
export async function openSeeds(
  { path, code, textbooks, instructions, ...filter }: Config['seeds'],
  onNotice: (notice: string) => void,
): Promise<readonly Seed[]> {
  const hasOthers = code.length + textbooks.length + instructions.length > 0;
  const own = path === null && hasOthers ? [] : readSeeds(path ?? bundled.seeds);
  const fromCode = code.length === 0 ? [] : await codeSeeds(code, onNotice);
  const lessons = textbooks.flatMap((folder) => readTextbook(folder));
  const fromRows = (await Promise.all(instructions.map((file) => readInstructions(file)))).flat();
  const seeds = [...own, ...fromCode, ...lessons, ...fromRows];
  refuseTwice(seeds);
  return selectSeeds(
    seeds.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    filter,
  );
}

async function codeSeeds(paths: readonly string[], onNotice: (notice: string) => void): Promise<Seed[]> {
  return await withTypeChecks(async (areWellTyped) => {
    const seeds = new Map<string, Seed>();
    for (const path of paths) {
      const found = await readCodeSeeds(path, { areWellTyped });
      for (const seed of found.seeds) seeds.set(seed.id, seed);
      const left = [...found.unfit].toSorted(([, a], [, b]) => b - a).map(([why, times]) => `${times} ${why}`);
      onNotice(
        `${path}: ${found.seeds.length} seeds from code${left.length === 0 ? '' : `; left out: ${left.join(', ')}`}`,
      );
    }
    return [...seeds.values()];
  });
}

function refuseTwice(seeds: readonly Seed[]): void {
  const known = new Set<string>();
  for (const { id } of seeds) {
    if (known.has(id))
      throw inputError('seed-invalid', `Two sources give a seed with the id ${id}: rename one of the files.`);
    known.add(id);
  }
}
