import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unbalanced, type StageTable } from '../../src/core/accounting.ts';
import type { PairRow, PreferenceRow, RejectedRow, SampleRow } from '../../src/core/rows.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const example = join(root, 'examples', '01-first-run');
let dir: string;
let output: string;

beforeAll(async () => {
  dir = join(mkdtempSync(join(tmpdir(), 'winnow-first-')), 'out');
  const main = join(root, 'src', 'cli', 'main.ts');
  const args = [main, 'run', '--config', join(example, 'winnow.yaml'), '--out', dir, '--target', '20'];
  output = (await run(process.execPath, args, { env: {} })).stdout;
}, 60_000);

afterAll(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

describe('the first run', () => {
  test('ends with a table that says what was kept, what was dropped and where the files are', () => {
    for (const word of ['kept', 'dropped', 'pass rate', 'time', 'tokens', 'files']) expect(output).toContain(word);
    expect(output.split('\n').every((line) => line.length <= 80 + dir.length)).toBe(true);
  });

  test('leaves every file complete, and none half written', () => {
    const names = ['run.db', 'samples.jsonl', 'pairs.jsonl', 'rejected.jsonl', 'preferences.jsonl', 'accounting.json'];
    for (const name of names) expect(existsSync(join(dir, name)), name).toBe(true);
    expect(readdirSync(dir, { recursive: true }).filter((name) => String(name).endsWith('.partial'))).toEqual([]);
  });

  test('accounts for every row', () => {
    const { stages } = JSON.parse(readFileSync(join(dir, 'accounting.json'), 'utf8')) as { stages: StageTable };
    expect(unbalanced(stages)).toEqual([]);
    expect(stages.deduplicate.kept).toBe(rows<SampleRow>('samples.jsonl').length);
  });

  test('keeps rows that say where they come from and what proves them', () => {
    for (const sample of rows<SampleRow>('samples.jsonl')) {
      expect(sample.lineage).toMatchObject({ recorded: 'authored', model: expect.stringMatching(/^winnow-offline-/u) });
      expect(sample.evidence.agreeing).toBeGreaterThan(0);
      expect(sample.verification).toMatchObject({ solution: sample.solution, tests: sample.tests, language: 'ts' });
      expect(sample.verification.seeds).toHaveLength(2);
    }
  });

  test('gives a reason for each row that was dropped', () => {
    const reasons = rows<RejectedRow>('rejected.jsonl').map(({ reason }) => reason.kind);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons).toContain('refuted');
  });

  test('pairs each description with code in both directions, and prefers only what was kept', () => {
    const samples = new Set(rows<SampleRow>('samples.jsonl').map(({ id }) => id));
    const pairs = rows<PairRow>('pairs.jsonl');
    const proven = pairs.filter(({ source }) => source === 'backtranslation');
    expect(new Set(proven.map(({ direction }) => direction)).size).toBe(2);
    expect(proven.every((pair) => pair.round_trip?.passed)).toBe(true);
    expect(pairs.every(({ sample }) => samples.has(sample))).toBe(true);
    expect(rows<PreferenceRow>('preferences.jsonl').every(({ sample }) => samples.has(sample))).toBe(true);
  });

  test('exports chats whose card counts them', () => {
    const folder = join(dir, 'dataset', 'openai');
    const [, front = ''] = readFileSync(join(folder, 'README.md'), 'utf8').split('---\n');
    const card = parse(front) as {
      dataset_info: { splits: { name: string; num_examples: number; num_bytes: number }[] };
    };
    let total = 0;
    for (const { name, num_examples, num_bytes } of card.dataset_info.splits) {
      const text = readFileSync(join(folder, 'data', `${name}-00000-of-00001.jsonl`), 'utf8');
      expect(text.trimEnd().split('\n')).toHaveLength(num_examples);
      expect(Buffer.byteLength(text)).toBe(num_bytes);
      total += num_examples;
    }
    expect(total).toBe(rows<PairRow>('pairs.jsonl').length);
    expect(readFileSync(join(folder, 'verification.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(total);
  });

  test('keeps solutions and tests that pass under the real vitest, unchanged', async () => {
    const samples = rows<SampleRow>('samples.jsonl').filter((_, index) => index % 3 === 0);
    const folder = join(dir, '..', 'vitest');
    for (const [index, sample] of samples.entries()) {
      const home = join(folder, `sample-${index}`);
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'solution.ts'), sample.solution);
      writeFileSync(join(home, 'solution.test.ts'), sample.tests);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const report = join(folder, 'report.json');
    const args = [vitest, 'run', '--root', folder, '--reporter', 'json', '--outputFile', report];
    await run(process.execPath, args, { env: { PATH: process.env['PATH'] }, cwd: folder });
    const result = JSON.parse(readFileSync(report, 'utf8')) as { success: boolean; testResults: unknown[] };
    expect(result.success).toBe(true);
    expect(result.testResults).toHaveLength(samples.length);
  }, 60_000);

  test('is explained by its example', async () => {
    const { stdout } = await run(process.execPath, [join(example, 'read.ts'), dir], { env: {} });
    expect(stdout).toContain('kept: ');
    expect(stdout).toContain('rejected at ');
  });
});

function rows<T>(name: string): T[] {
  const text = readFileSync(join(dir, name), 'utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}
