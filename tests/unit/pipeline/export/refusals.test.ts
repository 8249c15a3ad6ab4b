import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WinnowError } from '../../../../src/core/error.ts';
import { exportFolder, type ExportOptions } from '../../../../src/pipeline/export/export-folder.ts';
import { rejection } from '../../support/thrown.ts';
import { optionsFor, runOf, sampleNo, written, type Folder } from './folder.ts';

const samples = [0, 1].map((index) => sampleNo(index));

describe('exportFolder refuses, before it writes anything,', () => {
  async function refused(files: Folder, more: Partial<ExportOptions> = {}): Promise<WinnowError> {
    const options = optionsFor(written(files), more);
    const error = await rejection(exportFolder(options));
    expect(error.exit).toBe(2);
    expect(readdirSync(options.out)).toEqual([]);
    return error;
  }
  const run = runOf(samples);
  const [first] = samples;

  test.each([
    ['samples', 'openai'],
    ['preferences', 'dpo'],
    ['preferences', 'openai-preference'],
    ['labels', 'kto'],
  ] as const)('a folder without %s for %s', async (kind, format) => {
    const { [kind]: _, ...others } = run;
    const error = await refused(others, { formats: ['verl', format] });
    expect(error.code).toBe('rows-missing');
    expect(error.message).toContain(`no ${kind}.jsonl`);
  });

  test('a folder without pairs for descriptions of code', async () => {
    const { pairs: _, ...others } = run;
    const error = await refused(others, { direction: 'code-to-description' });
    expect(error.message).toContain('no pairs.jsonl');
  });

  test('a container that LLaMA-Factory does not read', async () => {
    const error = await refused(run, { formats: ['llama-factory'], container: 'jsonl.zst' });
    expect(error.code).toBe('container-unfit');
  });

  test.each([
    ['that is cut off', '{"id":', 'not valid JSON'],
    ['without a proof', JSON.stringify({ ...first, verification: undefined }), 'verification'],
    ['of another kind', '[]', 'expected object'],
  ])('a line %s', async (_, line, words) => {
    const from = written(run);
    writeFileSync(join(from, 'samples.jsonl'), `${JSON.stringify(first)}\n\n${line}\n`);
    const options = optionsFor(from);
    const error = await rejection(exportFolder(options));
    expect([error.code, error.exit]).toEqual(['row-invalid', 2]);
    expect(error.message).toContain(`${join(from, 'samples.jsonl')}:3: `);
    expect(error.message).toContain(words);
    expect(readdirSync(options.out)).toEqual([]);
  });

  test('a sample whose solution or tests are not those that were judged', async () => {
    for (const change of [{ solution: 'other' }, { tests: 'other' }]) {
      const error = await refused({ ...run, samples: [sampleNo(0, change)] });
      expect(error.code).toBe('row-unproven');
      expect(error.message).toContain('samples.jsonl:1');
    }
  });

  test('a sample that stands there twice', async () => {
    const error = await refused({ ...run, samples: [sampleNo(0), sampleNo(0)] });
    expect([error.code, error.message.includes('samples.jsonl:2')]).toEqual(['sample-twice', true]);
  });
});

describe('exportFolder refuses', () => {
  const run = runOf(samples);
  const first = sampleNo(0);

  test.each([
    [
      'a pair of code that was not judged',
      'openai',
      { ...run, pairs: [{ ...(run['pairs']?.[0] as object), code: 'x' }] },
    ],
    [
      'a preference for what was not judged',
      'dpo',
      { ...run, preferences: [{ ...(run['preferences']?.[0] as object), chosen: 'x' }] },
    ],
  ] as const)('%s, and leaves no dataset', async (_, format, files) => {
    const options = optionsFor(written(files), { formats: [format] });
    const error = await rejection(exportFolder(options));
    expect(error.code).toBe('row-unproven');
    expect(existsSync(join(options.out, format, 'README.md'))).toBe(false);
  });

  test('a row of a sample that is not there', async () => {
    const options = optionsFor(written({ ...run, samples: [first] }), { formats: ['kto'] });
    const error = await rejection(exportFolder(options));
    expect([error.code, error.exit]).toEqual(['sample-missing', 2]);
    expect(error.message).toMatch(/labels\.jsonl:3: it is of the sample sample_1/u);
  });
});
