import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inputError } from '../core/error.ts';

/** What a configuration is called where nobody says, the one that `winnow init` writes first. */
const endings = ['yaml', 'yml', 'json', 'ts', 'mts', 'js', 'mjs'];

/** The configuration of a folder, by its name; undefined where there is none. Throws an input error where there are several. */
export function discoverConfig(folder: string): string | undefined {
  const found = endings.map((ending) => `winnow.config.${ending}`).filter((name) => existsSync(join(folder, name)));
  if (found.length < 2) return found[0];
  throw inputError(
    'config-ambiguous',
    `There are several configurations here: ${found.join(', ')}. Say which one with --config, or take the others away.`,
  );
}
