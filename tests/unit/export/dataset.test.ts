import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exportContainers, exportFormats } from '../../../src/config/config.ts';
import { contentHash } from '../../../src/core/id.ts';
import { writeDataset, type DatasetOptions } from '../../../src/export/dataset.ts';
import { splitOf } from '../../../src/core/split.ts';
import { rejection } from '../support/thrown.ts';
import { tempDir } from '../support/temp-dir.ts';
import { facts, jsonLines, readData, sourcesOf } from './support.ts';

const shares = { train: 0.5, validation: 0.25, test: 0.25 };
const names = Object.keys(shares);
const shardBytes = 500 * 1024 * 1024;

function optionsFor(folder: string, more: Partial<DatasetOptions> = {}): DatasetOptions {
  const options = { format: 'openai', container: 'jsonl', folder, shares, shardBytes, sources: sourcesOf(20), facts };
  return { ...(options as DatasetOptions), ...more };
}

interface ProofLine {
  readonly id: string;
  readonly split: string;
  readonly row: number;
  readonly sha256: string;
}

interface Front {
  readonly license: string;
  readonly size_categories: readonly string[];
  readonly configs: readonly [
    { readonly data_files: readonly { readonly split: string; readonly path: string | readonly string[] }[] },
  ];
  readonly dataset_info: {
    readonly features: readonly { readonly name: string }[];
    readonly splits: readonly { readonly name: string; readonly num_bytes: number; readonly num_examples: number }[];
    readonly dataset_size: number;
    readonly download_size: number;
  };
}

const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const proofsOf = (folder: string): ProofLine[] => jsonLines(textOf(folder, 'verification.jsonl')) as ProofLine[];
const frontOf = (folder: string): Front => parse(textOf(folder, 'README.md').split('---\n')[1] ?? '') as Front;
const dataOf = (folder: string): string[] => readdirSync(join(folder, 'data')).toSorted();

describe.each(exportContainers)('writeDataset with %s', (container) => {
  test.each(exportFormats)('proves each row of %s by its place and its content', async (format) => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { container, format }));
    const rows = new Map<string, unknown[]>();
    for (const name of names) {
      rows.set(name, await readData(join(folder, 'data', `${name}-00000-of-00001.${container}`), container));
    }
    const proofs = proofsOf(folder);
    expect(proofs.map(({ split, row }) => `${split} ${row}`)).toEqual(
      names.flatMap((name) => (rows.get(name) ?? []).map((_, index) => `${name} ${index}`)),
    );
    expect(proofs.map(({ sha256 }) => sha256)).toEqual(
      names.flatMap((name) => (rows.get(name) ?? []).map(contentHash)),
    );
    expect(new Set(proofs.map(({ id }) => id)).size).toBe(20);
  });

  test('has a card that loaders understand: each file with its true size', async () => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { container }));
    const { configs, dataset_info: info, license, size_categories: sizes } = frontOf(folder);
    const files = configs[0].data_files.map(({ path }) => String(path));
    expect(files.map((path) => path.replace(/^data\//u, '')).toSorted()).toEqual(dataOf(folder));
    expect(info.splits.map(({ name }) => name)).toEqual(names);
    const counts = await Promise.all(files.map(async (path) => (await readData(join(folder, path), container)).length));
    expect(info.splits.map(({ num_examples: count }) => count)).toEqual(counts);
    const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
    expect(info.download_size).toBe(bytes);
    expect(info.dataset_size).toBe(info.splits.reduce((sum, { num_bytes: size }) => sum + size, 0));
    expect([license, ...sizes]).toEqual(['mit', 'n<1K']);
  });

  test('begins a new file when one is full, and the files together hold all rows in order', async () => {
    const [folder, whole] = [tempDir(), tempDir()];
    await writeDataset(optionsFor(whole, { container, shares: { train: 1 } }));
    const files = await writeDataset(optionsFor(folder, { container, shares: { train: 1 }, shardBytes: 300 }));
    expect(files.length).toBeGreaterThan(3);
    const of = String(files.length).padStart(5, '0');
    expect(dataOf(folder)).toEqual(
      files.map((_, index) => `train-${String(index).padStart(5, '0')}-of-${of}.${container}`),
    );
    const parts = await Promise.all(dataOf(folder).map((name) => readData(join(folder, 'data', name), container)));
    const all = await readData(join(whole, 'data', `train-00000-of-00001.${container}`), container);
    expect(parts.flat()).toEqual(all);
    expect(parts.map((part) => part.length)).toEqual(files.map(({ rows }) => rows));
    expect(frontOf(folder).configs[0].data_files[0]?.path).toEqual(files.map(({ path }) => path));
  });

  test('is the same to the byte when it is written again', async () => {
    const [one, two] = [tempDir(), tempDir()];
    for (const folder of [one, two, two]) await writeDataset(optionsFor(folder, { container, shardBytes: 900 }));
    const list = readdirSync(one, { recursive: true, encoding: 'utf8' }).toSorted();
    expect(readdirSync(two, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(list);
    const files = list.filter((name) => statSync(join(one, name)).isFile());
    expect(files.map((name) => readFileSync(join(two, name), 'base64'))).toEqual(
      files.map((name) => readFileSync(join(one, name), 'base64')),
    );
  });
});

describe('writeDataset', () => {
  test('never puts a group into two splits', async () => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { sources: sourcesOf(60, 7), format: 'kto' }));
    const splits = new Map<string, Set<string>>();
    for (const { id, split } of proofsOf(folder)) {
      const group = `group ${Number(id.split('_')[1]) % 7}`;
      splits.set(group, (splits.get(group) ?? new Set()).add(split));
      expect(split).toBe(splitOf(group, shares));
    }
    expect([...splits.values()].map(({ size }) => size)).toEqual(Array.from({ length: 7 }, () => 1));
  });

  test('tells rows of verl their split and their place in it', async () => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { format: 'verl' }));
    for (const name of names) {
      const rows = jsonLines(textOf(folder, `data/${name}-00000-of-00001.jsonl`)) as { extra_info: unknown }[];
      expect(rows.map(({ extra_info: info }) => info)).toMatchObject(rows.map((_, index) => ({ split: name, index })));
    }
  });

  test('has no file for a split without rows, also none of an earlier export, and leaves what is not its own', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'data'));
    const [old, others] = ['test-00000-of-00001.jsonl', 'notes.txt'];
    for (const name of [old, others, 'test-00003.partial']) writeFileSync(join(folder, 'data', name), 'old\n');
    writeFileSync(join(folder, 'verification-eval.partial'), 'cut off');
    await writeDataset(optionsFor(folder, { shares: { train: 1, validation: 0, test: 0 } }));
    expect(readdirSync(folder).toSorted()).toEqual(['README.md', 'data', 'verification.jsonl']);
    expect(dataOf(folder)).toEqual([others, 'train-00000-of-00001.jsonl']);
    expect(frontOf(folder).configs[0].data_files).toHaveLength(1);
  });

  test('writes a card even where there is no row', async () => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { sources: sourcesOf(0) }));
    expect(frontOf(folder).dataset_info).toMatchObject({ splits: [], dataset_size: 0 });
    expect(textOf(folder, 'verification.jsonl')).toBe('');
    expect(dataOf(folder)).toEqual([]);
  });

  test('puts the description of the files beside the data of llama-factory', async () => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { format: 'llama-factory' }));
    const info = JSON.parse(textOf(folder, 'dataset_info.json')) as Record<string, { file_name: string }>;
    for (const { file_name: name } of Object.values(info)) expect(existsSync(join(folder, name))).toBe(true);
    expect(Object.keys(info)).toEqual(['winnow_train', 'winnow_validation', 'winnow_test']);
  });

  test.each(exportContainers)('leaves no half-written %s when its rows break off, and no card', async (container) => {
    const folder = tempDir();
    await writeDataset(optionsFor(folder, { container }));
    const broken = {
      ...sourcesOf(20),
      async *pairs() {
        yield* sourcesOf(9).pairs();
        throw new Error('lost');
      },
    };
    const attempt = writeDataset(optionsFor(folder, { container, sources: broken, shardBytes: 300 }));
    await expect(attempt).rejects.toThrow('lost');
    expect(readdirSync(folder, { recursive: true })).toEqual(['data']);
  });

  test('stops when it is told to, with the reason', async () => {
    const folder = tempDir();
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(writeDataset(optionsFor(folder, { signal }))).rejects.toThrow('enough');
    expect(existsSync(join(folder, 'README.md'))).toBe(false);
  });

  test('says what to do where it cannot write', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    const error = await rejection(writeDataset(optionsFor(join(file, 'folder'))));
    expect([error.code, error.exit]).toEqual(['not-writable', 2]);
    expect(error.message).toContain('--out');
  });
});
