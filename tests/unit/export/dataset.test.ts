import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeOpenAiDataset, type DatasetOptions, type ExportRow } from '../../../src/export/dataset.ts';
import { toChat } from '../../../src/export/openai.ts';
import { splitNames, splitOf } from '../../../src/export/split.ts';
import { sampleOf } from '../support/examples.ts';
import { tempDir } from '../support/temp-dir.ts';

const shares = { train: 0.5, validation: 0.25, test: 0.25 };
const { lineage, verification } = sampleOf();

/** Two pairs for each of some tasks, in turns. */
function rowsOf(tasks: number): ExportRow[] {
  return (['description-to-code', 'code-to-description'] as const).flatMap((direction) =>
    Array.from({ length: tasks }, (_, index) => ({
      task: `task_${index}`,
      verification: { ...verification, seeds: [index] },
      pair: {
        id: `pair_${index}_${direction}`,
        direction,
        source: 'statement',
        description: `description ${index}`,
        code: `code ${index}`,
        sample: `sample_${index}`,
        lineage,
      },
    })),
  );
}

function optionsFor(folder: string, rows: readonly ExportRow[], more: Partial<DatasetOptions> = {}): DatasetOptions {
  const facts = { seed: 7, models: ['m1', 'm2'], recorded: 'model', samples: 3, tasks: 2, licence: 'mit' } as const;
  return {
    folder,
    shares,
    rows: async function* () {
      yield* rows;
    },
    facts: { ...facts, versions: { winnow: '1', node: '2' } },
    ...more,
  };
}

const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

interface Card {
  readonly license: string;
  readonly size_categories: readonly string[];
  readonly configs: readonly { readonly data_files: readonly { readonly split: string; readonly path: string }[] }[];
  readonly dataset_info: {
    readonly splits: readonly { readonly name: string; readonly num_bytes: number; readonly num_examples: number }[];
    readonly dataset_size: number;
    readonly download_size: number;
  };
}

function cardOf(folder: string): { front: Card; prose: string } {
  const [, front = '', ...prose] = readFileSync(join(folder, 'README.md'), 'utf8').split('---\n');
  return { front: parse(front) as Card, prose: prose.join('---\n') };
}

describe('writeOpenAiDataset', () => {
  test('writes each row into the split of its task, in order', async () => {
    const [folder, rows] = [tempDir(), rowsOf(20)];
    await writeOpenAiDataset(optionsFor(folder, rows));
    for (const name of splitNames) {
      const expected = rows.filter(({ task }) => splitOf(task, shares) === name).map(({ pair }) => toChat(pair));
      expect(expected.length).toBeGreaterThan(0);
      expect(linesOf(join(folder, 'data', `${name}-00000-of-00001.jsonl`))).toEqual(expected);
    }
  });

  test('writes the proof of each row beside it, line for line in the order of the splits', async () => {
    const [folder, rows] = [tempDir(), rowsOf(20)];
    await writeOpenAiDataset(optionsFor(folder, rows));
    const expected = splitNames.flatMap((split) =>
      rows
        .filter(({ task }) => splitOf(task, shares) === split)
        .map(({ pair: { id, sample, direction }, verification: proof }) => ({
          id,
          split,
          sample,
          direction,
          verification: proof,
        })),
    );
    expect(linesOf(join(folder, 'verification.jsonl'))).toEqual(expected);
  });

  test('has a card that loaders understand: each file with its true size', async () => {
    const folder = tempDir();
    await writeOpenAiDataset(optionsFor(folder, rowsOf(20)));
    const { front } = cardOf(folder);
    const files = front.configs[0]?.data_files ?? [];
    expect(files.map(({ split }) => split)).toEqual([...splitNames]);
    const sizes = files.map(({ path }) => statSync(join(folder, path)).size);
    expect(front.dataset_info.splits.map(({ num_bytes }) => num_bytes)).toEqual(sizes);
    const counts = files.map(({ path }) => linesOf(join(folder, path)).length);
    expect(front.dataset_info.splits.map(({ num_examples }) => num_examples)).toEqual(counts);
    const sum = sizes.reduce((total, size) => total + size, 0);
    expect(front.dataset_info).toMatchObject({ dataset_size: sum, download_size: sum });
    expect(front).toMatchObject({ license: 'mit', size_categories: ['n<1K'] });
  });

  test('says who wrote the rows', async () => {
    const folder = tempDir();
    const options = optionsFor(folder, rowsOf(2));
    await writeOpenAiDataset(options);
    expect(cardOf(folder).prose).toContain('written by m1, m2');
    await writeOpenAiDataset({ ...options, facts: { ...options.facts, recorded: 'authored' } });
    expect(cardOf(folder).prose).toContain('not captured from a language model');
    expect(cardOf(folder).prose).not.toContain('written by m1');
  });

  test('has no file for a split without rows, also none of an earlier export', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'test-00000-of-00001.jsonl'), 'old\n');
    await writeOpenAiDataset(optionsFor(folder, rowsOf(20), { shares: { train: 1, validation: 0, test: 0 } }));
    expect(readdirSync(join(folder, 'data'))).toEqual(['train-00000-of-00001.jsonl']);
    expect(cardOf(folder).front.configs[0]?.data_files).toHaveLength(1);
  });

  test('is the same to the byte when it is written again', async () => {
    const [one, two] = [tempDir(), tempDir()];
    for (const folder of [one, two, two]) await writeOpenAiDataset(optionsFor(folder, rowsOf(9)));
    const names = readdirSync(one, { recursive: true, encoding: 'utf8' }).toSorted();
    expect(readdirSync(two, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(names);
    const files = names.filter((name) => statSync(join(one, name)).isFile());
    expect(files.map((name) => readFileSync(join(two, name), 'utf8'))).toEqual(
      files.map((name) => readFileSync(join(one, name), 'utf8')),
    );
  });

  test('writes a card even where nothing was kept', async () => {
    const folder = tempDir();
    await writeOpenAiDataset(optionsFor(folder, []));
    expect(cardOf(folder).front.dataset_info).toMatchObject({ splits: [], dataset_size: 0 });
    expect(existsSync(join(folder, 'verification.jsonl'))).toBe(true);
  });
});
