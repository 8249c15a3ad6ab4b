import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { exportFormats } from '../../../../src/config/config.ts';
import { exportFolder, stagesOf } from '../../../../src/pipeline/export/export-folder.ts';
import { jsonLines } from '../../export/support.ts';
import { thrown } from '../../support/thrown.ts';
import { optionsFor, runOf, sampleNo, written } from './folder.ts';

const samples = Array.from({ length: 30 }, (_, index) => sampleNo(index));

interface ProofLine {
  readonly id: string;
  readonly split: string;
  readonly sample: string;
  readonly direction?: string;
  readonly accepts?: readonly string[];
  readonly refutes?: readonly string[];
  readonly verification: unknown;
}

function proofsOf(out: string, format: string): ProofLine[] {
  return jsonLines(readFileSync(join(out, format, 'verification.jsonl'), 'utf8')) as ProofLine[];
}

function cardOf(out: string, format: string): string {
  return readFileSync(join(out, format, 'README.md'), 'utf8');
}

const rowsOf = (out: string, format: string, split: string): unknown[] =>
  jsonLines(readFileSync(join(out, format, 'data', `${split}-00000-of-00001.jsonl`), 'utf8'));

describe('exportFolder', () => {
  test('writes every format from the rows that it is made of, each row with the proof of its sample', async () => {
    const options = optionsFor(written(runOf(samples)), { formats: exportFormats });
    const exported = await exportFolder(options);
    const counts = exported.map(({ format, files }) => [format, files.reduce((sum, { rows }) => sum + rows, 0)]);
    const [pairs, preferences, labels, tasks] = [60, 30, 60, 30];
    expect(Object.fromEntries(counts)).toEqual({
      openai: pairs,
      'openai-preference': preferences,
      trl: pairs,
      dpo: preferences,
      kto: labels,
      alpaca: pairs,
      sharegpt: pairs,
      'llama-factory': pairs,
      verl: tasks,
      'open-instruct': tasks,
      grpo: tasks,
    });
    for (const format of exportFormats) {
      for (const { sample, verification } of proofsOf(options.out, format)) {
        expect(verification).toEqual(samples.find(({ id }) => id === sample)?.verification);
      }
    }
    expect(readdirSync(options.out).toSorted()).toEqual([...exportFormats].toSorted());
  });

  test('puts all rows of a sample, and all samples of a group, into one split, whatever the format', async () => {
    const grouped = samples.map((sample, index) => ({ ...sample, group: `group ${index % 5}` }));
    const formats = ['openai', 'dpo', 'kto', 'verl'] as const;
    const options = optionsFor(written(runOf(grouped)), { formats });
    await exportFolder(options);
    const splits = new Map<string, Set<string>>();
    for (const format of formats) {
      for (const { sample, split } of proofsOf(options.out, format)) {
        const group = grouped.find(({ id }) => id === sample)?.group ?? '';
        splits.set(group, (splits.get(group) ?? new Set()).add(split));
      }
    }
    expect([...splits.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
  });

  test('proves what further solutions are accepted and refuted', async () => {
    const options = optionsFor(written(runOf(samples.slice(0, 1))), { formats: ['openai', 'dpo', 'kto'] });
    await exportFolder(options);
    const brief = (format: string) =>
      proofsOf(options.out, format).map(({ id, direction, accepts, refutes }) => ({ id, direction, accepts, refutes }));
    expect(brief('openai')).toMatchObject([
      { direction: 'description-to-code', accepts: undefined },
      { id: 'back_sample_0', direction: 'code-to-description', accepts: ['fresh sample_0'] },
    ]);
    expect(brief('dpo')).toMatchObject([{ id: 'pref_sample_0', refutes: ['bad sample_0'] }]);
    expect(brief('kto')).toMatchObject([
      { id: 'good_sample_0', refutes: undefined },
      { id: 'bad_sample_0', refutes: ['bad sample_0'] },
    ]);
  });

  test.each(['description-to-code', 'code-to-description'] as const)(
    'exports only %s if asked to',
    async (direction) => {
      const options = optionsFor(written(runOf(samples)), { direction });
      await exportFolder(options);
      expect(new Set(proofsOf(options.out, 'openai').map((proof) => proof.direction))).toEqual(new Set([direction]));
    },
  );

  test('has reasoning only where it is asked for', async () => {
    const from = written(runOf(samples));
    const [without, withThem] = [optionsFor(from), optionsFor(from, { reasoning: true })];
    await exportFolder(without);
    await exportFolder(withThem);
    expect(JSON.stringify(rowsOf(without.out, 'openai', 'train'))).not.toContain('I think');
    expect(JSON.stringify(rowsOf(withThem.out, 'openai', 'train'))).toContain('<think>\\nI think of');
  });

  test('has one exercise for a task with several samples', async () => {
    const twins = [sampleNo(1), sampleNo(2, { task: sampleNo(1).task }), sampleNo(3)];
    const options = optionsFor(written(runOf(twins)), { formats: ['grpo'], shares: { train: 1 } });
    await exportFolder(options);
    const rows = rowsOf(options.out, 'grpo', 'train') as { task: string; tests: unknown; max_execution_time: number }[];
    expect(rows.map(({ task, tests, max_execution_time: seconds }) => [task, tests, seconds])).toEqual([
      ['task_1', ['suite 1'], 2],
      ['task_3', ['suite 3'], 2],
    ]);
  });

  test('says in the card where the rows come from', async () => {
    const mixed = [
      sampleNo(1, {
        lineage: { ...sampleNo(1).lineage, model: 'b', recorded: 'model', source: { path: 'x.ts', licence: 'MIT' } },
      }),
      sampleNo(2, { lineage: { ...sampleNo(2).lineage, model: 'a', recorded: 'model', source: { path: 'y.ts' } } }),
    ];
    const options = optionsFor(written(runOf(mixed)), { facts: { licence: 'mit', decontamination: { MBPP: 0 } } });
    await exportFolder(options);
    const card = cardOf(options.out, 'openai');
    expect(card).toContain('2 solutions to 2 tasks');
    expect(card).toContain('written by a, b');
    expect(card).toContain('| MIT | 1 |\n| unknown | 1 |');
    expect(card).toContain('Made with node 24.0.0.');
    expect(card).toContain('| MBPP | 0 |');
  });

  test('reads compressed files, whatever their line ends', async () => {
    const run = runOf(samples.slice(0, 3));
    const from = written(run);
    for (const [kind, rows] of Object.entries(run)) {
      const text = `\n${rows.map((row) => JSON.stringify(row)).join('\r\n\r\n')}`;
      writeFileSync(join(from, `${kind}.jsonl.zst`), zstdCompressSync(text));
      rmSync(join(from, `${kind}.jsonl`));
    }
    const options = optionsFor(from, { formats: ['openai', 'kto', 'verl'], shares: { train: 1 } });
    await exportFolder(options);
    expect(['openai', 'kto', 'verl'].map((format) => rowsOf(options.out, format, 'train').length)).toEqual([6, 6, 3]);
  });

  test('finds the samples of rows in any order, however large they are', async () => {
    const large = samples.map((sample) => ({ ...sample, reasoning: 'ü'.repeat(70_000) + sample.id }));
    const { pairs = [], ...run } = runOf(large);
    const options = optionsFor(written({ ...run, pairs: pairs.toReversed() }), { reasoning: true });
    await exportFolder(options);
    const proofs = proofsOf(options.out, 'openai');
    expect(proofs).toHaveLength(60);
    for (const { sample, verification } of proofs) {
      expect(verification).toEqual(samples.find(({ id }) => id === sample)?.verification);
    }
  });

  test('takes the statements of the tasks as descriptions where there are no pairs', async () => {
    const { pairs, ...run } = runOf(samples);
    const options = optionsFor(written(run), { shares: { train: 1 } });
    const notices: string[] = [];
    await exportFolder({ ...options, onNotice: (notice) => void notices.push(notice) });
    expect(notices).toEqual([expect.stringContaining('no pairs.jsonl')]);
    expect(proofsOf(options.out, 'openai').map(({ id }) => id)).toEqual(
      pairs?.flatMap((_, index) => (index % 2 === 0 ? [(pairs[index] as { id: string }).id] : [])),
    );
  });
});

describe('exportFolder', () => {
  test('stops between rows when it is told to, and leaves nothing half done', async () => {
    const stopping = new AbortController();
    const options = optionsFor(written(runOf(samples)), { formats: ['openai', 'dpo'], signal: stopping.signal });
    const stopped = exportFolder({ ...options, onFormat: () => stopping.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    expect(readdirSync(options.out, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
      'dpo',
      'dpo/data',
      'openai',
      'openai/README.md',
      'openai/data',
      'openai/data/test-00000-of-00001.jsonl',
      'openai/data/train-00000-of-00001.jsonl',
      'openai/verification.jsonl',
    ]);
  });
});

describe('stagesOf', () => {
  test('reads the counts of a run, and does without them', () => {
    const folder = written({});
    expect(stagesOf(folder)).toEqual({});
    writeFileSync(join(folder, 'accounting.json'), '{"stages":{"solve":{"unit":"u","in":3,"kept":2}}}');
    expect(stagesOf(folder)).toEqual({ stages: { solve: { unit: 'u', in: 3, kept: 2 } } });
    writeFileSync(join(folder, 'accounting.json'), '{');
    expect(thrown(() => stagesOf(folder)).code).toBe('accounting-unreadable');
  });
});
