import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleRow } from '../../../../src/core/rows.ts';
import type { ExportOptions } from '../../../../src/pipeline/export/export-folder.ts';
import { statementPair } from '../../../../src/export/to-items.ts';
import { exampleTaskRow, sampleOf } from '../../support/examples.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A sample of its own task, seed, solution and suite. */
export function sampleNo(index: number, more: Partial<SampleRow> = {}): SampleRow {
  const base = sampleOf();
  const solution = `export const double = (n: number): number => n * ${index};\n`;
  const tests = `suite ${index}`;
  return {
    ...base,
    id: `sample_${index}`,
    task: { ...exampleTaskRow, id: `task_${index}`, statement: `Multiply by ${index}.` },
    solution,
    tests,
    reasoning: `I think of ${index}.`,
    verification: { ...base.verification, solution, tests, limits: { cpu_ms: 2000 }, versions: { node: '24.0.0' } },
    lineage: { ...base.lineage, seed: `seeds/${index}`, recorded: 'authored' },
    ...more,
  };
}

export type Folder = Readonly<Record<string, readonly unknown[]>>;

/** What a run writes for some samples: two pairs, a preference and two labels for each. */
export function runOf(samples: readonly SampleRow[]): Folder {
  return {
    samples,
    pairs: samples.flatMap((sample) => [
      statementPair(sample),
      {
        ...statementPair(sample),
        id: `back_${sample.id}`,
        direction: 'code-to-description',
        source: 'backtranslation',
        round_trip: { passed: true, attempts: 1, solution: `fresh ${sample.id}` },
      },
    ]),
    preferences: samples.map(({ id, solution }) => ({
      id: `pref_${id}`,
      prompt: 'p',
      chosen: solution,
      rejected: `bad ${id}`,
      sample: id,
    })),
    labels: samples.flatMap(({ id, solution }) => [
      { id: `good_${id}`, prompt: 'p', completion: solution, label: true, sample: id },
      { id: `bad_${id}`, prompt: 'p', completion: `bad ${id}`, label: false, sample: id },
    ]),
  };
}

/** Writes rows as JSON lines into a folder that is gone after the test. */
export function written(files: Folder): string {
  const folder = join(tempDir(), 'run');
  mkdirSync(folder);
  for (const [kind, rows] of Object.entries(files)) {
    writeFileSync(join(folder, `${kind}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  return folder;
}

/** An export of everything in a folder as chats, unless a test says otherwise. */
export function optionsFor(from: string, more: Partial<ExportOptions> = {}): ExportOptions {
  return {
    from,
    out: tempDir(),
    formats: ['openai'],
    container: 'jsonl',
    shares: { train: 0.6, test: 0.4 },
    reasoning: false,
    shardMb: 500,
    direction: 'both',
    facts: { licence: 'mit' },
    signal: new AbortController().signal,
    ...more,
  };
}
