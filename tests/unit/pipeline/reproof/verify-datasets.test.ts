import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { SampleRow } from '../../../../src/core/rows.ts';
import { proofDigest } from '../../../../src/core/id.ts';
import { exportFolder } from '../../../../src/pipeline/export/export-folder.ts';
import { findDatasets } from '../../../../src/pipeline/reproof/find-datasets.ts';
import { readProofs } from '../../../../src/pipeline/reproof/read-proofs.ts';
import { verifyDatasets, type VerifyResult } from '../../../../src/pipeline/reproof/verify-datasets.ts';
import { versions } from '../../../../src/pipeline/versions.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { optionsFor, sampleNo, written } from '../export/folder.ts';

/** A sample that really passes its tests, or what is made of it by a change of its proof. */
function sampleOf(index: number, change: Partial<SampleRow['verification']> = {}): SampleRow {
  const base = sampleNo(index);
  const { solution } = base;
  const tests = `import { expect, test } from 'vitest';
import { double } from './solution.ts';

test('multiplies', () => {
  expect(double(2)).toBe(${2 * index});
  expect(double(-1)).toBe(${-index});
});
`;
  const proof = {
    ...base.verification,
    tests,
    limits: { cpu_ms: 2000, memory_mb: 64, output_kb: 64 },
    seeds: [index, index + 1],
    seed: 1,
    types: 'strict' as const,
    versions,
    packages: [],
    ...change,
  };
  return { ...base, solution, tests: proof.tests, verification: { ...proof, sha256: proofDigest(proof) } };
}

const samples = [1, 2, 3, 4, 5, 6].map((index) => sampleOf(index));
const wrong = (sample: SampleRow): string => sample.solution.replace(/\d+/u, '99');

function runOf(rows: readonly SampleRow[]): string {
  return written({
    samples: rows,
    preferences: rows.map((row) => ({
      id: `pref_${row.id}`,
      prompt: 'p',
      chosen: row.solution,
      rejected: wrong(row),
      sample: row.id,
    })),
  });
}

async function verified(...datasets: string[]): Promise<VerifyResult> {
  return await verifyDatasets({
    datasets,
    output: null,
    concurrency: 2,
    folders: [],
    signal: new AbortController().signal,
    onCounts: () => {},
    onNotice: () => {},
  });
}

const change = (file: string, edit: (text: string) => string): void =>
  writeFileSync(file, edit(readFileSync(file, 'utf8')));

describe('samples', () => {
  test('that are what they say are proven', async () => {
    expect(await verified(runOf(samples))).toMatchObject({
      rows: 6,
      proven: 6,
      refuted: 0,
      unjudged: 0,
      differing: [],
    });
  });

  test.each([
    ['a solution', (text: string) => text.replace('n * 3', 'n * 4')],
    ['a solution everywhere', (text: string) => text.replaceAll('n * 3', 'n * 4')],
    ['a test', (text: string) => text.replace('toBe(6)', 'toBe(66)')],
    ['a test everywhere, to one that is weaker', (text: string) => text.replaceAll('toBe(6)', 'toBeDefined()')],
  ])('are refuted where %s was changed', async (_, edit) => {
    const folder = runOf(samples.slice(2, 3));
    change(join(folder, 'samples.jsonl'), edit);
    const result = await verified(folder);
    expect(result).toMatchObject({ rows: 1, proven: 0, refuted: 1 });
    expect(result.unproven).toMatchObject([{ file: join(folder, 'samples.jsonl'), line: 1, id: 'sample_3' }]);
  });

  property.prop(
    [fc.nat(), fc.constantFrom<'solution' | 'tests'>('solution', 'tests'), fc.constantFrom('x', ' ', '0')],
    { numRuns: 200 },
  )('show any change of one character in what they were proven by', async (place, name, character) => {
    const [sample] = samples;
    const text = sample!.verification[name];
    const at = place % text.length;
    fc.pre(text[at] !== character);
    const edited = `${text.slice(0, at)}${character}${text.slice(at + 1)}`;
    const row = { ...sample!, [name]: edited, verification: { ...sample!.verification, [name]: edited } };
    expect(await altered(runOf([row as SampleRow]))).toEqual(['what it was proven by has been changed']);
  });

  test('whose proof was made for something else run, and are refuted by their verdict', async () => {
    const row = sampleOf(4, { tests: samples[4]!.tests });
    const result = await verified(runOf([row]));
    expect(result.unproven).toMatchObject([
      { because: 'its tests do not accept its solution: refuted', result: 'refuted' },
    ]);
  });

  test('whose packages are not here are unjudged', async () => {
    const result = await verified(runOf([sampleOf(1, { packages: ['no-such-package@1.0.0'] }), samples[1]!]));
    expect(result).toMatchObject({ rows: 2, proven: 1, unjudged: 1, refuted: 0 });
    expect(result.unproven[0]?.because).toContain('no-such-package');
  });

  test('of other versions are proven all the same, and the versions told once', async () => {
    const old = { ...versions, typescript: '5.0.0' };
    const result = await verified(runOf([sampleOf(1, { versions: old }), sampleOf(2, { versions: old })]));
    expect(result).toMatchObject({
      proven: 2,
      differing: [{ name: 'typescript', recorded: '5.0.0', here: versions['typescript'] }],
    });
  });

  test('whose minimal tests do not accept the solution are refuted', async () => {
    const minimal = { tests: samples[2]!.tests, kept: 1, of: 1 };
    const result = await verified(runOf([{ ...samples[0]!, minimal_tests: minimal }]));
    expect(result.unproven).toMatchObject([{ because: 'its minimal tests do not accept its solution: refuted' }]);
  });

  test('may have their proof as a text in a column', async () => {
    const folder = written({
      samples: samples.map((row) => ({ id: row.id, verification: JSON.stringify(row.verification) })),
    });
    expect(await verified(join(folder, 'samples.jsonl'))).toMatchObject({ rows: 6, proven: 6 });
  });

  test.each([
    ['{"id": 1', 'not valid JSON'],
    ['{"id": "a"}', 'no row with a proof: verification'],
    ['{"id": "a", "verification": "{"}', 'its verification is no JSON'],
    [
      '{"id": "a", "verification": {"solution": "s", "tests": "t", "limits": {}, "seeds": [1]}}',
      'verification.limits.cpu_ms',
    ],
  ])('that cannot be read, such as %s, are an error with their place', async (line, words) => {
    const folder = runOf(samples.slice(0, 1));
    change(join(folder, 'samples.jsonl'), (text) => `${text}${line}\n`);
    const place = `${join(folder, 'samples.jsonl')}:2: `;
    await expect(verified(folder)).rejects.toThrow(new RegExp(`${RegExp.escape(place)}.*${RegExp.escape(words)}`, 'u'));
  });
});

/** What shows without running anything. */
async function altered(path: string): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (const dataset of findDatasets(path)) {
    for await (const proof of readProofs(dataset, new AbortController().signal)) found.push(proof.altered);
  }
  return found;
}

async function exported(
  container: 'jsonl' | 'jsonl.zst' | 'parquet',
  format: 'openai' | 'dpo' = 'openai',
): Promise<string> {
  const options = optionsFor(runOf(samples), { container, formats: [format] });
  await exportFolder(options);
  return join(options.out, format);
}

describe('an exported dataset', () => {
  test.each(['jsonl', 'jsonl.zst', 'parquet'] as const)('as %s is proven from its folder alone', async (container) => {
    expect(await verified(await exported(container))).toMatchObject({ rows: 6, proven: 6 });
  });

  test('proves that the rejected are rejected', async () => {
    const folder = await exported('parquet', 'dpo');
    expect(await verified(folder)).toMatchObject({ rows: 6, proven: 6 });
    const good = samples[0]!.solution;
    change(join(folder, 'verification.jsonl'), (text) =>
      text.replace(JSON.stringify(wrong(samples[0]!)), JSON.stringify(good)),
    );
    const result = await verified(folder);
    expect(result.unproven).toMatchObject([{ because: 'its tests accept a solution that they did not: accepted' }]);
  });

  const trainFile = (folder: string): string => join(folder, 'data', 'train-00000-of-00001.jsonl');
  const lines = (edit: (lines: string[]) => string[]) => (text: string) =>
    `${edit(text.trimEnd().split('\n')).join('\n')}\n`;

  test.each([
    ['a changed answer', (text: string) => text.replace('n * ', 'n + '), 1, 'the row is not the one that was proven'],
    [
      'swapped rows',
      lines(([first = '', second = '', ...rest]) => [second, first, ...rest]),
      2,
      'the row is not the one that was proven',
    ],
    ['a row too many', lines((all) => [...all, all[0]!]), 1, 'the row has no proof in verification.jsonl'],
  ])('shows %s', async (_, edit, count, because) => {
    const folder = await exported('jsonl');
    change(trainFile(folder), edit);
    const found = (await altered(folder)).filter((one) => one !== undefined);
    expect(found).toHaveLength(count);
    expect(new Set(found)).toEqual(new Set([because]));
  });

  test('shows a row that is missing', async () => {
    const folder = await exported('jsonl');
    change(
      trainFile(folder),
      lines((all) => all.slice(0, -1)),
    );
    expect((await altered(folder)).filter((one) => one !== undefined)).toEqual([
      expect.stringMatching(/^the data has no row \d in split train$/u),
    ]);
  });

  test('shows a proof that was taken out, and one that was weakened', async () => {
    const folder = await exported('jsonl');
    change(join(folder, 'verification.jsonl'), (text) => text.replace('toBe(', 'toBeLessThan(1e9 + '));
    expect((await altered(folder)).filter((one) => one !== undefined)).toEqual([
      'what it was proven by has been changed',
    ]);
    change(
      join(folder, 'verification.jsonl'),
      lines((all) => all.slice(1)),
    );
    expect((await altered(folder)).filter((one) => one !== undefined).length).toBeGreaterThan(0);
  });

  test('is an error without its data, and where Parquet is none', async () => {
    const folder = await exported('parquet');
    writeFileSync(join(folder, 'data', 'train-00000-of-00001.parquet'), 'PAR1 no, it is not PAR1');
    await expect(verified(folder)).rejects.toThrow('as Parquet');
    rmSync(join(folder, 'data'), { recursive: true });
    await expect(verified(folder)).rejects.toThrow('has proofs and no folder data');
  });
});

describe('what a path stands for', () => {
  test('a folder of exports is all of them', async () => {
    const options = optionsFor(runOf(samples), { formats: ['openai', 'trl'] });
    await exportFolder(options);
    expect(await verified(options.out)).toMatchObject({ rows: 12, proven: 12, datasets: [{ rows: 6 }, { rows: 6 }] });
  });

  test.each([
    ['nothing', () => join(tempDir(), 'nowhere'), 'there is no such file'],
    ['a folder with nothing to prove', () => tempDir(), 'holds no dataset that can be proven'],
  ])('%s is an error', async (_, path, words) => {
    await expect(verified(path())).rejects.toThrow(words);
  });

  test('an empty file has no rows', async () => {
    expect(await verified(join(written({ samples: [] }), 'samples.jsonl'))).toMatchObject({ rows: 0, proven: 0 });
  });
});
