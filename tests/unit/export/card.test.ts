import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { datasetCard, type CardFacts } from '../../../src/export/card.ts';

const facts: CardFacts = {
  format: 'openai',
  splits: [{ name: 'train', path: 'data/train-00000-of-00001.jsonl', bytes: 10, rows: 2 }],
  seed: 7,
  models: ['m'],
  recorded: 'model',
  samples: 1,
  tasks: 1,
  licence: 'apache-2.0',
  versions: { winnow: '0.1.0', node: '24.1.0' },
};

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
    const [split] = facts.splits;
    const card = datasetCard({ ...facts, splits: split ? [{ ...split, rows }] : [] });
    expect(card).toContain(`- ${category}\n`);
  });

  test('names the seed and the versions that the rows were made with', () => {
    expect(datasetCard(facts)).toContain('Made with seed 7 and winnow 0.1.0, node 24.1.0.');
  });

  test('starts with front matter that is YAML', () => {
    const [before, front = ''] = datasetCard(facts).split('---\n');
    expect(before).toBe('');
    expect(parse(front)).toMatchObject({ license: 'apache-2.0', configs: [{ config_name: 'default' }] });
  });
});
