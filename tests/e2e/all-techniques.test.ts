import { mkdirSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { SampleRow } from '../../src/core/rows.ts';
import { type TempFolder, tempFolder, winnowDone } from './helpers.ts';
import { differingFiles, readRows } from './run-files.ts';

const seeds = ['cranes', 'gates', 'weights'].map((name) => ({
  id: `yard/${name}`,
  kind: 'concept',
  title: name,
  difficulty: 'easy',
  text: 'Moves in a yard.',
}));

interface Changes {
  readonly concurrency?: number;
  /** Further endpoints, and which is asked for what. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Writes a configuration with every technique on; returns its path. */
function writeConfig(folder: TempFolder, name: string, { concurrency = 8, more = {} }: Changes = {}): string {
  mkdirSync(folder.file('seeds'), { recursive: true });
  writeFileSync(folder.file('seeds', 'yard.yaml'), stringify({ topic: 'yard', seeds }));
  const config = {
    endpoint: { kind: 'synthetic', name: 'made-up', model: 'winnow-offline', max_concurrency: concurrency },
    seeds: { path: 'seeds', round_size: 4, steer: true },
    generate: {
      solutions: 3,
      blind_suites: 2,
      suite_focus: ['whole', 'properties'],
      suite_repairs: 1,
      solution_repairs: 2,
      solution_temperatures: [0.1, 0.9],
      styles: ['functional', 'imperative'],
      algorithms: 3,
      extra_solutions: 1,
      evolve: { variants: 1, depth: 2 },
      critique: ['task', 'solution', 'tests'],
    },
    backtranslate: { per_task: 1, attempts: 1 },
    verify: { mutants: 4, inputs: 12, repeat: 1, minimal_suites: false, concurrency: concurrency === 1 ? 1 : 2 },
    ...more,
  };
  writeFileSync(folder.file(name), stringify(config));
  return folder.file(name);
}

describe('a run with every technique', () => {
  test('gives the same files whatever the concurrency', async () => {
    using folder = tempFolder();
    const [wide, narrow] = [writeConfig(folder, 'wide.yml'), writeConfig(folder, 'narrow.yml', { concurrency: 1 })];
    await winnowDone(['run', '--config', wide, '--out', folder.file('wide')]);
    await winnowDone(['run', '--config', narrow, '--out', folder.file('narrow')]);
    expect(differingFiles(folder.file('wide'), folder.file('narrow'))).toEqual([]);
    expect(readRows<SampleRow>(folder.file('wide', 'samples.jsonl')).length).toBeGreaterThan(2);
  });
});

describe('a run over two endpoints', () => {
  test('goes on with the other where one is down, and says so', async () => {
    using folder = tempFolder();
    const dead = { name: 'dead', model: 'm', base_url: 'http://127.0.0.1:9/v1', attempts: 1, timeout_ms: 2000 };
    const more = { endpoints: [dead], routes: { solve: { dead: 1 } }, generate: { solutions: 2 } };
    const config = writeConfig(folder, 'two.yml', { more });
    const { stderr } = await winnowDone(['run', '--config', config, '--out', folder.file('two')]);
    expect(stderr).toContain('the endpoint dead is left alone for a while, others go on: dead (http://127.0.0.1:9/v1)');
    const samples = readRows<SampleRow>(folder.file('two', 'samples.jsonl'));
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.every(({ lineage }) => lineage.endpoint === 'made-up')).toBe(true);
  });
});
