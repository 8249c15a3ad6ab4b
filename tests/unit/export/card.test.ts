import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exportFormats, type ExportFormat } from '../../../src/config/config.ts';
import { Tally } from '../../../src/core/accounting.ts';
import { datasetCard, type CardOptions } from '../../../src/export/card.ts';
import { combinedCard } from '../../../src/export/combined-card.ts';
import { formats } from '../../../src/export/formats/all.ts';
import { facts } from './support.ts';

function optionsOf(more: Partial<CardOptions> = {}): CardOptions {
  const format = more.format ?? 'openai';
  const { shape, columns } = formats[format];
  const file = { split: 'train', path: 'data/train-00000-of-00001.jsonl', dataBytes: 10, fileBytes: 9, rows: 2 };
  return { ...facts, format, container: 'jsonl', shape, columns, splits: ['train', 'test'], files: [file], ...more };
}

const frontOf = (card: string): unknown => parse(card.split('---\n')[1] ?? '');

function featuresOf(format: ExportFormat): unknown {
  const { dataset_info: info } = frontOf(datasetCard(optionsOf({ format }))) as { dataset_info: { features: unknown } };
  return info.features;
}

const texts = (...names: readonly string[]) => names.map((name) => ({ name, dtype: 'string' }));
const turns = texts('role', 'content');

describe('datasetCard', () => {
  test.each([
    [0, 'n<1K'],
    [999, 'n<1K'],
    [1000, '1K<n<10K'],
    [10_000, '10K<n<100K'],
    [100_000, '100K<n<1M'],
    [1_000_000, '1M<n<10M'],
    [10_000_000, '10M<n<100M'],
  ])('calls %i rows %s', (rows, category) => {
    const [file] = optionsOf().files;
    expect(datasetCard(optionsOf({ files: file ? [{ ...file, rows }] : [] }))).toContain(`- ${category}\n`);
  });

  test('has front matter for loaders, with the bytes of the rows and those of the files', () => {
    expect(frontOf(datasetCard(optionsOf({ licence: 'apache-2.0' })))).toMatchObject({
      license: 'apache-2.0',
      configs: [{ config_name: 'default', data_files: [{ split: 'train', path: 'data/train-00000-of-00001.jsonl' }] }],
      dataset_info: {
        splits: [{ name: 'train', num_bytes: 10, num_examples: 2 }],
        download_size: 9,
        dataset_size: 10,
      },
    });
  });

  test('describes the columns of a format as loaders do', () => {
    expect(featuresOf('openai')).toEqual([{ name: 'messages', list: turns }]);
    expect(featuresOf('alpaca')).toEqual(texts('instruction', 'input', 'output'));
    expect(featuresOf('openai-preference')).toContainEqual({
      name: 'input',
      struct: [{ name: 'messages', list: turns }],
    });
    expect(featuresOf('kto')).toContainEqual({ name: 'label', dtype: 'bool' });
    expect(featuresOf('grpo')).toContainEqual({ name: 'tests', sequence: 'string' });
    expect(featuresOf('verl')).toContainEqual({ name: 'reward_model', struct: texts('style', 'ground_truth') });
  });

  test('says how to check it, and what its rows are, in every format', () => {
    for (const format of exportFormats) {
      const card = datasetCard(optionsOf({ format }));
      expect(card).toContain('winnow verify');
      expect(card).toContain(formats[format].shape);
      expect(card).toContain('| train | 2 |');
    }
  });

  test('names the seed and the versions that the rows were made with, as far as they are known', () => {
    expect(datasetCard(optionsOf())).toContain('Made with seed 7 and winnow 1, node 2.');
    const { seed: _, ...unseeded } = optionsOf();
    expect(datasetCard(unseeded)).toContain('Made with winnow 1, node 2.');
  });

  test.each([
    ['model' as const, 'written by m1, m2'],
    ['authored' as const, 'not captured from a language model'],
    ['synthetic' as const, 'made up by a program'],
  ])('says who wrote the rows where replies are recorded as %s', (kind, words) => {
    const others = ['written by m1', 'not captured', 'made up'].filter((other) => !words.startsWith(other));
    const card = datasetCard(optionsOf({ recorded: [kind] }));
    expect(card).toContain(words);
    for (const other of others) expect(card).not.toContain(other);
  });

  test('counts the licences of the code that tasks were made from', () => {
    const card = datasetCard(optionsOf({ sourceLicences: { MIT: 3, unknown: 1 } }));
    expect(card).toContain('| MIT | 3 |\n| unknown | 1 |');
    expect(datasetCard(optionsOf())).toContain('not from pieces of real code');
  });

  test('has yields, diversity and decontamination where they are known, and no empty headings', () => {
    const headings = ['## Yields', '## Diversity', '## Decontamination'];
    for (const heading of headings) expect(datasetCard(optionsOf())).not.toContain(heading);
    const tally = new Tally();
    tally.count('solve', { kind: 'pending' }, 3);
    const card = datasetCard(
      optionsOf({ stages: tally.table(), diversity: { algorithms: 1.5 }, decontamination: { HumanEval: 0 } }),
    );
    for (const heading of headings) expect(card).toContain(heading);
    expect(card).toContain('| solve | solution-request | 3 | 0 |');
    expect(card).not.toContain('| roundtrip |');
    expect(card).toContain('| algorithms | 1.5 |');
    expect(card).toContain('| HumanEval | 0 |');
  });
});

describe('combinedCard', () => {
  test('names each format as a configuration whose files are in its folder', () => {
    const cards = (['openai', 'dpo'] as const).map((format) => ({ format, card: datasetCard(optionsOf({ format })) }));
    const combined = combinedCard(cards);
    expect(frontOf(combined)).toMatchObject({
      license: 'mit',
      configs: [
        { config_name: 'openai', data_files: [{ split: 'train', path: 'openai/data/train-00000-of-00001.jsonl' }] },
        { config_name: 'dpo', data_files: [{ split: 'train', path: 'dpo/data/train-00000-of-00001.jsonl' }] },
      ],
      dataset_info: [
        { config_name: 'openai', features: [{ name: 'messages' }], download_size: 9 },
        { config_name: 'dpo', features: [{ name: 'prompt' }, { name: 'chosen' }, { name: 'rejected' }] },
      ],
    });
    expect(combined).toContain('(dpo/README.md)');
  });

  test('leads to each file of a split that has several', () => {
    const [file] = optionsOf().files;
    const files = ['data/a.jsonl', 'data/b.jsonl'].flatMap((path) => (file ? [{ ...file, path }] : []));
    const combined = combinedCard([{ format: 'trl', card: datasetCard(optionsOf({ format: 'trl', files })) }]);
    expect(frontOf(combined)).toMatchObject({
      configs: [{ data_files: [{ path: ['trl/data/a.jsonl', 'trl/data/b.jsonl'] }] }],
    });
  });
});
