import { configSchema } from '../../../src/config/schema.ts';
import type { Config } from '../../../src/config/config.ts';
import type { SampleRow, TaskRow } from '../../../src/core/rows.ts';
import type { Seed } from '../../../src/core/seed.ts';
import type { Fault } from '../../../src/core/fault.ts';
import type { Origin, Task } from '../../../src/core/task.ts';

/** One valid value of each type that many tests need; a test names only what matters to it. */
export function seedOf(more: Partial<Seed> = {}): Seed {
  const id = more.id ?? 'strings/soft-wrap';
  return {
    id,
    topic: id.split('/')[0] ?? '',
    kind: 'concept',
    title: 'Wrapping',
    difficulty: 'medium',
    text: 'Break text at words.',
    tags: [],
    ...more,
  };
}

export function taskOf(more: Partial<Task> = {}): Task {
  return {
    id: 'task_1',
    title: 'Double',
    statement: 'Double a number.',
    signature: 'export function double(n: number): number;',
    entryPoint: 'double',
    difficulty: 'easy',
    topics: ['numbers'],
    kind: 'function',
    ...more,
  };
}

export const exampleTaskRow: TaskRow = {
  id: 'task_1',
  title: 'Double',
  statement: 'Double a number.',
  signature: 'export function double(n: number): number;',
  entry_point: 'double',
  difficulty: 'easy',
  topics: ['numbers'],
  kind: 'function',
};

export function originOf(more: Partial<Origin> = {}): Origin {
  return { sample: 0, model: 'm', temperature: 0.8, prompt: { name: 'p', hash: 'h' }, ...more };
}

export function sampleOf(more: Partial<SampleRow> = {}): SampleRow {
  return {
    id: 'sample_1',
    task: exampleTaskRow,
    solution: 'export const double = (n: number): number => n * 2;\n',
    tests: 'suite',
    confidence: 1,
    evidence: { suites: [], agreeing: 1, judged: 1 },
    verification: {
      solution: 'export const double = (n: number): number => n * 2;\n',
      tests: 'suite',
      language: 'ts',
      limits: {},
      seeds: [],
      isolation: 'separate-isolates',
      versions: {},
      packages: [],
    },
    lineage: { seed: 's/a', operators: [], prompts: {}, model: 'm', parameters: {}, recorded: 'model' },
    ...more,
  };
}

export const passingFault: Fault = { boundary: 'llm', code: 'rate-limited', retryable: true, message: 'slow down' };

/** A whole configuration: the schema's defaults, and what a test changes in them. */
export function configOf(changes: Readonly<Record<string, unknown>> = {}): Config {
  return configSchema.parse({ endpoint: { model: 'm' }, ...changes });
}
