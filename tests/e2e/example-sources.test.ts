import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

import { describe, expect, test } from 'vitest';
import type { SampleRow, TaskRatingRow } from '../../src/core/rows.ts';
import { allPrompts } from '../../src/pipeline/wording/all-prompts.ts';
import { root, tempFolder, winnowDone, type TempFolder } from './helpers.ts';
import { datasetFiles, differingFiles, readRows } from './run-files.ts';

const configOf = (name: string): string => join(root, 'examples', name, 'winnow.yaml');

async function worked(out: TempFolder, name: string) {
  const { stderr } = await winnowDone(['run', '--config', configOf(name), '--out', out.file('run')]);
  return { stderr, samples: readRows<SampleRow>(out.file('run', 'samples.jsonl')) };
}

describe('the example 06-real-code', () => {
  test('has the path and licence of the code on every row, and shows nobody’s address to a model', async () => {
    using out = tempFolder();
    const { stderr, samples } = await worked(out, '06-real-code');
    expect(stderr).toContain('5 seeds from code; left out: 1 undocumented, 1 not-self-contained, 1 personal-data');
    expect(samples.length).toBeGreaterThan(0);
    for (const { lineage } of samples) {
      expect(lineage.source?.path).toMatch(/^src\/\w+\.[jt]s$/u);
      expect(lineage.source?.licence).toBe('Apache-2.0');
      expect(lineage.recorded).toBe('synthetic');
    }
    for (const bytes of datasetFiles(out.file('run')).values()) expect(bytes.includes('navy.mil')).toBe(false);
  });
});

describe('the example 07-textbook', () => {
  test('has tasks of each lesson, instruction and problem, as they are and evolved', async () => {
    using out = tempFolder();
    const { samples } = await worked(out, '07-textbook');
    const seeds = new Set(readRows<TaskRatingRow>(out.file('run', 'tasks.jsonl')).map(({ lineage }) => lineage.seed));
    expect([...seeds].toSorted()).toEqual([
      expect.stringMatching(/^asked\//u),
      expect.stringMatching(/^asked\//u),
      'collections/sets',
      'collections/stacks',
    ]);
    expect(samples.some(({ lineage }) => lineage.operators.length === 2 || lineage.operators.length === 1)).toBe(true);
  });
});

describe('the example 08-mixture', () => {
  test('has solutions of both endpoints, of all styles and temperatures', async () => {
    using out = tempFolder();
    const { samples } = await worked(out, '08-mixture');
    const prompts = samples.flatMap(({ lineage }) => Object.keys(lineage.prompts));
    expect(new Set(samples.map(({ lineage }) => lineage.endpoint)).size).toBe(2);
    expect(new Set(samples.map(({ lineage }) => lineage.parameters['temperature']))).toEqual(new Set([0.2, 1]));
    expect(prompts.filter((name) => name.startsWith('write-solution-')).length).toBeGreaterThan(1);
    const ratings = readRows<TaskRatingRow>(out.file('run', 'tasks.jsonl'));
    expect(Math.max(...ratings.map(({ algorithms }) => algorithms))).toBeGreaterThan(1);
  });
});

describe('the example 09-own-words', () => {
  test('has the hash of the user’s own prompt on its rows, and Winnow’s of the others', async () => {
    using out = tempFolder();
    const { samples } = await worked(out, '09-own-words');
    const built = Object.fromEntries(allPrompts.map(({ name, hash }) => [name, hash]));
    expect(samples.length).toBeGreaterThan(0);
    for (const { lineage } of samples) {
      expect(lineage.prompts['write-solution']).not.toBe(built['write-solution']);
      expect(lineage.prompts['write-task']).toBe(built['write-task']);
    }
  });
});

describe('the example 10-batch', () => {
  test('gives the rows that single requests give', async () => {
    using out = tempFolder();
    await worked(out, '10-batch');
    const config = parse(readFileSync(configOf('10-batch'), 'utf8')) as Record<string, Record<string, unknown>>;
    const plain = {
      ...config,
      endpoint: { ...config['endpoint'], transport: 'chat' },
      seeds: { path: join(root, 'examples', '10-batch', 'seeds') },
    };
    writeFileSync(out.file('plain.yaml'), stringify(plain));
    await winnowDone(['run', '--config', out.file('plain.yaml'), '--out', out.file('plain')]);
    expect(differingFiles(out.file('run'), out.file('plain'))).toEqual([]);
  });
});
