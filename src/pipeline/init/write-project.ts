import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from '../../config/bundled.ts';
import { inputError } from '../../core/error.ts';
import { readText } from '../../input/read-text.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import { discoverConfig } from '../../config/discover.ts';
import type { Answers } from './answers.ts';
import { composeConfig } from './compose-config.ts';
import { configName, outFolder, schemaFile, seedsFolder } from './names.ts';
import { starterSeeds } from './starter-seeds.ts';

export interface ProjectOptions {
  readonly folder: string;
  readonly answers: Answers;
  /** Whether files that are there may be written over. */
  readonly force: boolean;
}

/** Writes a configuration, its schema and seeds to begin with; returns the files. Throws an input error, with nothing written, where one is there. */
export async function writeProject({ folder, answers, force }: ProjectOptions): Promise<readonly string[]> {
  const files: readonly (readonly [name: string, text: string])[] = [
    [configName, composeConfig(answers)],
    // A copy: it is there however Winnow was installed.
    [schemaFile, readText(join(bundled.root, 'docs', 'configuration.schema.json'), 'the schema')],
    ...(answers.seeds === null
      ? Object.entries(starterSeeds).map(([name, text]) => [join(seedsFolder, name), text] as const)
      : []),
  ];
  if (!force)
    refuseExisting(
      folder,
      files.map(([name]) => name),
    );
  for (const [name, text] of files) await writeAtomically(join(folder, name), [text]);
  return [...files.map(([name]) => name), ...ignoreOutput(folder)];
}

function refuseExisting(folder: string, names: readonly string[]): void {
  const other = discoverConfig(folder);
  const there = [
    ...new Set([...(other === undefined ? [] : [other]), ...names.filter((name) => existsSync(join(folder, name)))]),
  ];
  if (there.length === 0) return;
  throw inputError(
    'project-exists',
    `${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there already, and nothing was written. Choose another folder, or write over with --force.`,
  );
}

/** Keeps a run's files out of version control. */
function ignoreOutput(folder: string): readonly string[] {
  const path = join(folder, '.gitignore');
  const known = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (known.split('\n').some((line) => line.replace(/\/$/u, '') === outFolder)) return [];
  appendFileSync(path, `${known === '' || known.endsWith('\n') ? '' : '\n'}${outFolder}/\n`);
  return ['.gitignore'];
}
