import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportFormats, type ExportFormat } from '../../../../src/config/config.ts';
import type { ColumnType } from '../../../../src/export/columns.ts';
import { formats } from '../../../../src/export/formats/all.ts';
import type { DataRow, FormatOf, Place } from '../../../../src/export/formats/format.ts';
import type { SourceKind } from '../../../../src/export/items.ts';
import { contentsOf } from '../support.ts';

const user = z.strictObject({ role: z.literal('user'), content: z.string() });
const assistant = z.strictObject({ role: z.literal('assistant'), content: z.string() });
const turn = z.tuple([user]);
const reply = z.tuple([assistant]);
const jsonTests = z.string().refine((text) => z.array(z.string()).min(1).safeParse(JSON.parse(text)).success);

/** What each trainer's documentation asks for. */
const published: Readonly<Record<ExportFormat, z.ZodType>> = {
  // OpenAI, "Supervised fine-tuning": a JSON line is { messages }. TRL: the conversational language-modelling type.
  openai: z.strictObject({ messages: z.tuple([user, assistant]) }),
  // OpenAI, "Direct preference optimization": outputs are lists of one message of the assistant.
  'openai-preference': z.strictObject({
    input: z.strictObject({ messages: turn }),
    preferred_output: reply,
    non_preferred_output: reply,
  }),
  // TRL, "Dataset formats and types": prompt-completion, preference and unpaired preference, conversational.
  trl: z.strictObject({ prompt: turn, completion: reply }),
  dpo: z.strictObject({ prompt: turn, chosen: reply, rejected: reply }),
  kto: z.strictObject({ prompt: turn, completion: reply, label: z.boolean() }),
  alpaca: z.strictObject({ instruction: z.string().min(1), input: z.string(), output: z.string().min(1) }),
  // LLaMA-Factory, data/README.md: sharegpt; the human and the model take turns, the human first.
  sharegpt: z.strictObject({ conversations: z.tuple([from('human'), from('gpt')]) }),
  'llama-factory': z.strictObject({ conversations: z.tuple([from('human'), from('gpt')]) }),
  // verl, "Prepare data for post-training": five fields, more in extra_info.
  verl: z.strictObject({
    data_source: z.string().min(1),
    prompt: turn,
    ability: z.string(),
    reward_model: z.strictObject({ style: z.literal('rule'), ground_truth: jsonTests }),
    extra_info: z.looseObject({ split: z.literal('train'), index: z.literal(5) }),
  }),
  // open-instruct, ground_truth_utils.py: a list of tests or its JSON, for the verifier that `dataset` names.
  'open-instruct': z.strictObject({
    messages: turn,
    ground_truth: jsonTests,
    dataset: z.literal('code'),
  }),
  // TRL, "GRPO Trainer": prompt-only, conversational; the reward function gets the other columns.
  grpo: z.looseObject({ prompt: turn, tests: z.array(z.string()).min(1), entry_point: z.string() }),
};

function from(who: string): z.ZodType {
  return z.strictObject({ from: z.literal(who), value: z.string() });
}

const place: Place = { split: 'train', index: 5 };

function rowOf(name: ExportFormat): DataRow {
  const format = formats[name] as FormatOf<SourceKind>;
  return format.toRow(contentsOf(5)[format.source], place);
}

/** Where a value is not what its column says. */
function misfits(type: ColumnType, value: unknown, path: string): string[] {
  if (type === 'string') return typeof value === 'string' ? [] : [path];
  if (type === 'bool') return typeof value === 'boolean' ? [] : [path];
  if (type === 'int64') return Number.isSafeInteger(value) ? [] : [path];
  if (type === 'float64') return typeof value === 'number' ? [] : [path];
  if ('list' in type)
    return (value as unknown[]).flatMap((element, index) => misfits(type.list, element, `${path}[${index}]`));
  const row = value as DataRow;
  const names = type.struct.map(({ name }) => name);
  const more = Object.keys(row).filter((name) => !names.includes(name));
  return [...more, ...type.struct.flatMap(({ name, type }) => misfits(type, row[name], `${path}.${name}`))];
}

describe.each(exportFormats)('%s', (name) => {
  test('has rows as its trainer documents them', () => {
    expect(published[name].safeParse(rowOf(name)).error).toBeUndefined();
  });

  test('has rows of exactly its columns', () => {
    expect(misfits({ struct: formats[name].columns }, rowOf(name), '')).toEqual([]);
    expect(Object.keys(rowOf(name))).toEqual(formats[name].columns.map(({ name }) => name));
  });
});

describe('formats', () => {
  test('keep every word of the question and the answers', () => {
    const { question, answer } = contentsOf(5).pairs;
    for (const name of ['openai', 'trl', 'alpaca', 'sharegpt', 'llama-factory'] as const) {
      const texts = JSON.stringify(rowOf(name));
      expect(texts).toContain(JSON.stringify(question));
      expect(texts).toContain(JSON.stringify(answer));
    }
  });

  test('do not mix up what is preferred and what is not', () => {
    const { chosen, rejected } = contentsOf(5).preferences;
    expect(rowOf('dpo')).toMatchObject({ chosen: [{ content: chosen }], rejected: [{ content: rejected }] });
    expect(rowOf('openai-preference')).toMatchObject({
      preferred_output: [{ content: chosen }],
      non_preferred_output: [{ content: rejected }],
    });
  });

  test('give the tests as the list that a judge takes', () => {
    const { tests } = contentsOf(5).tasks;
    expect(rowOf('grpo')['tests']).toEqual(tests);
    expect(JSON.parse(rowOf('open-instruct')['ground_truth'] as string)).toEqual(tests);
    const { ground_truth: truth } = rowOf('verl')['reward_model'] as { ground_truth: string };
    expect(JSON.parse(truth)).toEqual(tests);
  });
});

describe('the dataset_info.json of llama-factory', () => {
  const file = (split: string, path: string) => ({ split, path, rows: 1, dataBytes: 1, fileBytes: 1 });

  test('describes each file by a name of its own', () => {
    const files = [file('train', 'data/a.jsonl'), file('train', 'data/b.jsonl'), file('test', 'data/c.jsonl')];
    const text = formats['llama-factory'].companions?.(files)['dataset_info.json'] ?? '';
    const info = JSON.parse(text) as Record<string, { file_name: string }>;
    expect(Object.entries(info).map(([name, { file_name }]) => [name, file_name])).toEqual([
      ['winnow_train', 'data/a.jsonl'],
      ['winnow_train_1', 'data/b.jsonl'],
      ['winnow_test', 'data/c.jsonl'],
    ]);
    expect(info['winnow_train']).toEqual({
      file_name: 'data/a.jsonl',
      formatting: 'sharegpt',
      columns: { messages: 'conversations' },
      tags: { role_tag: 'from', content_tag: 'value', user_tag: 'human', assistant_tag: 'gpt' },
    });
  });
});
