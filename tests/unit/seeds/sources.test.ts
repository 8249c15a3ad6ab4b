import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInstructions } from '../../../src/seeds/instructions.ts';
import { readTextbook } from '../../../src/seeds/textbook.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';
import { rejection, thrown } from '../support/thrown.ts';

const prose = 'A queue hands out what came first, and takes in at its other end. '.repeat(5);
const book = `# Queues

${prose}

\`\`\`ts
# not a heading
const queue: number[] = [];
\`\`\`

## Exercises

1. Write a queue of two stacks.

## Short

Too short.

## Queues

${prose}
`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = tempDir();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('a textbook', () => {
  test('gives a lesson for each section with enough to read, its exercises included', () => {
    const seeds = readTextbook(folderOf({ 'Data Structures.md': book, 'notes.txt': book }));
    expect(seeds.map(({ id, kind, topic }) => [id, kind, topic])).toEqual([
      ['data-structures/queues', 'lesson', 'data-structures'],
      ['data-structures/queues-2', 'lesson', 'data-structures'],
    ]);
    expect(seeds[0]?.text).toContain('Exercises:\n\n1. Write a queue of two stacks.');
    expect(seeds[0]?.text).toContain('# not a heading');
    expect(seeds[1]?.text).not.toContain('stacks');
  });

  test('without a lesson is refused', () => {
    expect(thrown(() => readTextbook(folderOf({ 'a.md': '# Title\n\nShort.' }))).message).toContain('40 words');
    expect(thrown(() => readTextbook('/no/such/book')).message).toContain('seeds.textbooks');
  });
});

describe('instructions and problems', () => {
  test('are told apart by their field, and equal ones come once', async () => {
    const rows = [
      { instruction: 'Reverse a list.', licence: 'MIT' },
      { problem: 'Given n, …', title: 'Sums', difficulty: 'hard' },
      { prompt: 'Reverse a list.' },
    ];
    const seeds = await readInstructions(tempFile('My Tasks.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')));
    expect(seeds).toMatchObject([
      { kind: 'instruction', topic: 'my-tasks', text: 'Reverse a list.', difficulty: 'medium' },
      { kind: 'problem', title: 'Sums', difficulty: 'hard' },
    ]);
  });

  test.each([
    ['{"text": 1}', /:1: a row needs a text under `instruction`/u],
    ['{"prompt": "a"}\nnonsense', /:2: not valid JSON/u],
    ['', /has no rows/u],
  ])('are refused with the line: %j', async (text, message) => {
    expect((await rejection(readInstructions(tempFile('rows.jsonl', text)))).message).toMatch(message);
  });
});
