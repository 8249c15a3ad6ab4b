import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../core/error.ts';
import type { Seed } from '../core/seed.ts';
import { readYaml } from '../input/yaml.ts';
import { seedFile } from './schema.ts';

/**
 * Reads every `.yaml` file of a folder of seeds, ordered by id.
 * Throws an input error with file and line for a broken seed, a topic that does not fit, or an id given twice.
 */
export function readSeeds(folder: string): readonly Seed[] {
  const places = new Map<string, string>();
  const seeds = seedFiles(folder).flatMap((path) => readSeedFile(path, places));
  if (seeds.length === 0) throw inputError('no-seeds', `There are no seed files (*.yaml) in ${folder}.`);
  return seeds.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function seedFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name));
    return names.toSorted().map((name) => join(folder, name));
  } catch (cause) {
    throw inputError('seeds-unreadable', `Cannot read the seeds folder ${folder}: check --seeds or seeds.path.`, cause);
  }
}

function readSeedFile(path: string, places: Map<string, string>): Seed[] {
  const { value, lineOf } = readYaml({ path, what: 'the seed file', code: 'seed-invalid', schema: seedFile });
  return value.seeds.map((seed, index) => {
    const place = `${path}:${lineOf(['seeds', index, 'id'])}`;
    if (!seed.id.startsWith(`${value.topic}/`)) {
      throw inputError('seed-invalid', `${place}: the seed ${seed.id} stands in the file of the topic ${value.topic}.`);
    }
    const earlier = places.get(seed.id);
    if (earlier) throw inputError('seed-invalid', `${place}: the seed ${seed.id} is already given at ${earlier}.`);
    places.set(seed.id, place);
    return { ...seed, topic: value.topic };
  });
}
