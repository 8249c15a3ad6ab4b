import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RejectedRow, SampleRow, TaskRatingRow } from '../../src/core/rows.ts';
import type { Item } from '../../src/core/store.ts';
import { statementPair } from '../../src/export/to-items.ts';
import { openEmbeddedStore } from '../../src/store/embedded.ts';

/** Rows of a draw, in the files of a run. */
const rowsOfDraw = 5;
const drawsAtOnce = 500;
const reasons = ['refuted', 'ill-typed', 'unsupported', 'malformed', 'no-agreement', 'stopped'] as const;
const topics = Array.from({ length: 40 }, (_, index) => `topic-${index}`);
const verbs = ['sort', 'merge', 'count', 'split', 'group', 'parse', 'rotate', 'filter', 'chain', 'index'];
const nouns = ['intervals', 'words', 'trees', 'orders', 'ledgers', 'tokens', 'graphs', 'dates', 'matrices', 'queues'];

export interface WrittenRun {
  readonly rows: number;
  readonly samples: readonly string[];
}

/** Writes the store and the row files of a made-up finished run of about so many rows. */
export async function writeRun(dir: string, rows: number): Promise<WrittenRun> {
  const store = openEmbeddedStore(join(dir, 'run.db'));
  const { id } = await store.createRun('.', {});
  using files = openFiles(dir);
  const samples: string[] = [];
  const draws = Math.ceil(rows / rowsOfDraw);
  for (let from = 0; from < draws; from += drawsAtOnce) {
    const some = Array.from({ length: Math.min(drawsAtOnce, draws - from) }, (_, index) => drawOf(from + index));
    await Promise.all(
      some.map(({ key, items }) =>
        store.settle(id, { unit: { kind: 'lane', key }, retryable: false, summary: {}, items }),
      ),
    );
    for (const { sample, rejected, rating } of some) {
      files.write('samples.jsonl', [sample]);
      files.write('pairs.jsonl', [statementPair(sample)]);
      files.write('rejected.jsonl', rejected);
      files.write('tasks.jsonl', [rating]);
      if (samples.length < 2000) samples.push(sample.id);
    }
  }
  await store.finish(id, {});
  await store.close();
  return { rows: draws * rowsOfDraw, samples };
}

function openFiles(dir: string): Disposable & { write(name: string, rows: readonly unknown[]): void } {
  const open = new Map<string, number>();
  return {
    write(name, rows) {
      let file = open.get(name);
      if (file === undefined) {
        writeFileSync(join(dir, name), '');
        open.set(name, (file = openSync(join(dir, name), 'a')));
      }
      for (const row of rows) writeSync(file, `${JSON.stringify(row)}\n`);
    },
    [Symbol.dispose]: () => {
      for (const file of open.values()) closeSync(file);
    },
  };
}

function drawOf(number: number) {
  const seed = `${at(topics, number)}/seed-${number}`;
  const name = `${at(verbs, number)}${at(nouns, Math.floor(number / 10))}${number}`;
  const task = {
    id: idOf('task', number),
    title: `${at(verbs, number)} the ${at(nouns, Math.floor(number / 10))} number ${number}`,
    statement: `Write a function that can ${at(verbs, number)} ${at(nouns, Math.floor(number / 10))}. ${'The list may be empty, and stays as it is. '.repeat(8)}`,
    signature: `export function ${name}(values: readonly number[]): number[];`,
    entry_point: name,
    difficulty: 'medium',
    topics: [at(topics, number)],
    kind: 'function',
  };
  const code = (variant: number): string =>
    `export function ${name}(values: readonly number[]): number[] {\n  const offset = ${variant};\n${'  // Each value is moved by the offset before it is looked at.\n'.repeat(4)}  return values.map((value) => value + offset).toSorted((a, b) => a - b);\n}\n`;
  const tests = `import { expect, test } from 'vitest';\nimport { ${name} } from './solution';\n${"test('moves', () => { expect(1).toBe(1); });\n".repeat(6)}`;
  const lineage = {
    seed,
    operators: [],
    prompts: { 'write-solution': '0'.repeat(16) },
    model: `model-${number % 3}`,
    parameters: { temperature: 0.8 },
    recorded: 'synthetic',
  } as const;
  const sample: SampleRow = {
    id: idOf('sample', number),
    task,
    solution: code(0),
    tests,
    confidence: (number % 1000) / 1000,
    evidence: { suites: [], agreeing: 1, judged: 3 },
    verification: {
      solution: code(0),
      tests,
      language: 'ts',
      limits: {},
      seeds: [1],
      isolation: 'separate-isolates',
      versions: {},
      packages: [],
    },
    lineage,
  };
  const rejected = [1, 2].map((variant): RejectedRow => ({
    id: idOf(`rej${variant}`, number),
    stage: 'decide',
    reason: { kind: at(reasons, number + variant) },
    task,
    solution: code(variant),
    tests,
    lineage,
  }));
  const rating: TaskRatingRow = { id: idOf('rating', number), task, algorithms: 1, by_model: {}, lineage };
  const items: Item[] = [
    { kind: 'accepted', body: sample },
    ...rejected.map((body) => ({ kind: 'rejected', body }) as const),
    { kind: 'rating', body: rating },
  ];
  return { key: seed, sample, rejected, rating, items };
}

function idOf(prefix: string, number: number): string {
  // Spread over all ids, as hashes are.
  return `${prefix}_${(((number + 1) * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}${number.toString(16).padStart(8, '0')}`;
}

function at<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('the list is empty');
  return found;
}
