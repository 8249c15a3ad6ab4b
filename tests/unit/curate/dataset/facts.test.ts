import { describe, expect, test } from 'vitest';
import { factsOf, type RowFacts } from '../../../../src/curate/dataset/facts.ts';
import { textsOf } from '../../../../src/curate/dataset/text-of.ts';

const fenced = 'Sure:\n\n```ts\nconst a = 1;\n```\nThat is it.';

describe('the texts of a row', () => {
  test.each([
    [
      { task: { statement: 's' }, solution: 'c', tests: 't' },
      { statement: 's', solution: 'c', tests: 't' },
    ],
    [
      { description: 's', code: 'c', prompt: 'other' },
      { statement: 's', solution: 'c' },
    ],
    [
      {
        messages: [
          { role: 'system', content: 'x' },
          { role: 'user', content: 's' },
          { role: 'assistant', content: fenced },
        ],
      },
      { statement: 's', solution: 'const a = 1;\n' },
    ],
    [
      {
        conversations: [
          { from: 'human', value: 's' },
          { from: 'gpt', value: 'c' },
        ],
      },
      { statement: 's', solution: 'c' },
    ],
    [
      { prompt: 's', completion: fenced },
      { statement: 's', solution: 'const a = 1;\n' },
    ],
    [
      { prompt: 's', chosen: 'c', rejected: 'r' },
      { statement: 's', solution: 'c' },
    ],
    [
      { instruction: 'a', input: 'b', output: 'c' },
      { statement: 'a\n\nb', solution: 'c' },
    ],
    [
      { prompt: 's', canonical_solution: 'c', test: 't' },
      { statement: 's', solution: 'c', tests: 't' },
    ],
    [{ text: 's' }, { statement: 's' }],
    [{ content: 'c' }, { solution: 'c' }],
    [
      { messages: 'no list', question: 'q', answer: 'a' },
      { statement: 'q', solution: 'a' },
    ],
  ])('%j', (row, texts) => {
    expect(textsOf(row)).toEqual(texts);
  });

  test.each([[{}], [{ prompt: 1 }], [{ prompt: '' }], [[]], ['text'], [null], [4]])('%j has none', (row) => {
    expect(factsOf(row)).toMatchObject({ ok: false, problem: expect.stringContaining('no text under a known name') });
  });
});

function facts(row: unknown): RowFacts {
  const read = factsOf(row);
  if (!read.ok) throw new Error(read.problem);
  return read.facts;
}

describe('what else curation knows of a row', () => {
  test('of a sample: its lineage, sources and licences', () => {
    const row = {
      id: 'sample_1',
      task: { id: 'task_1', statement: 's', topics: ['graphs'], difficulty: 'hard' },
      solution: 'c',
      tests: 't',
      confidence: 0.9,
      lineage: {
        seed: 'graphs/walk',
        model: 'm',
        source: { path: 'lib/a.ts', licence: 'MIT' },
        evolved_from: [{ id: 'task_0' }],
      },
    };
    expect(facts(row)).toEqual({
      statement: 's',
      solution: 'c',
      tests: 't',
      id: 'sample_1',
      task: 'task_1',
      lineage: ['graphs/walk', 'task:task_0', 'task:task_1'],
      sources: ['lib/a.ts', 'graphs/walk', 'm', 'task_0'],
      licences: ['MIT'],
      topics: ['graphs'],
      difficulty: 'hard',
      evidence: 0.9,
    });
  });

  test('of a stranger: whatever has a name that is known, and nothing of the wrong kind', () => {
    const row = {
      id: 7,
      prompt: 's',
      completion: 'c',
      license: ['MIT', 'GPL-3.0'],
      repo: 'a/b',
      topics: 4,
      group: 'g',
    };
    expect(facts(row)).toMatchObject({ id: '7', licences: ['MIT', 'GPL-3.0'], sources: ['a/b'], topics: [] });
    expect(facts(row).lineage).toEqual(['g']);
  });

  test('rows without an id have one by what they say; statements in other spacing and case are one task', () => {
    const [a, b] = [
      facts({ prompt: 'Add  two\nnumbers.', completion: 'c' }),
      facts({ prompt: 'add two numbers', completion: 'd' }),
    ];
    expect(a.id).not.toBe(b.id);
    expect(a.task).toBe(b.task);
  });
});
