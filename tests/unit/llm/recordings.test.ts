import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listRecordings, readRecording } from '../../../src/llm/recordings.ts';

const dir = mkdtempSync(join(tmpdir(), 'winnow-recordings-'));
afterAll(() => rmSync(dir, { recursive: true }));

function record(path: string, text: string): string {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const solve = { stage: 'solve', seed: 'strings/wrap', sample: 0 };

describe('reading', () => {
  test('content is what follows the front matter, less one line end', () => {
    record(
      'strings/wrap/solve-0.md',
      '---\nmodel: weak\nfinish_reason: length\n---\n\n---\nnot: front matter\n---\r\n\n\n',
    );
    expect(readRecording(dir, solve)).toEqual({
      model: 'weak',
      finishReason: 'length',
      content: '\n---\nnot: front matter\n---\r\n\n',
    });
  });

  test('reasoning may stand in the front matter', () => {
    record(
      'strings/wrap/solve-1.md',
      '---\nmodel: strong\nfinish_reason: stop\nreasoning: |\n  First.\n  Then.\n---\nx',
    );
    expect(readRecording(dir, { ...solve, sample: 1 })).toMatchObject({ reasoning: 'First.\nThen.\n', content: 'x' });
  });

  test('what is not recorded is undefined', () => {
    expect(readRecording(dir, { ...solve, sample: 9 })).toBeUndefined();
    expect(readRecording(dir, { ...solve, seed: 'strings/none' })).toBeUndefined();
  });
});

describe('a broken file is named with its line', () => {
  test.each([
    ['no front matter', 'hello', 1, 'front matter'],
    ['an unfinished front matter', '---\nmodel: weak\n', 1, 'front matter'],
    ['bad YAML', '---\nmodel: weak\nreasoning: "x\n---\n', 4, 'quote'],
    ['a wrong value', '---\nmodel: weak\nfinish_reason: done\n---\n', 3, 'finish_reason'],
    ['a missing key', '---\nmodel: weak\n---\n', 2, 'finish_reason'],
    ['an unknown key', '---\nmodel: weak\nfinish_reason: stop\nresoning: x\n---\n', 2, 'resoning'],
  ])('%s', (_, text, line, what) => {
    const file = record('broken/one/solve-0.md', text);
    const read = () => readRecording(dir, { stage: 'solve', seed: 'broken/one', sample: 0 });
    expect(read).toThrow(`${file}:${line}: `);
    expect(read).toThrow(what);
  });
});

test.each([
  { seed: '../strings/wrap' },
  { seed: 'strings/../strings/wrap' },
  { seed: 'strings/..' },
  { seed: '/etc/passwd' },
  { seed: 'strings\\wrap' },
  { seed: 'strings' },
  { stage: '../wrap/solve' },
  { sample: -1 },
  { sample: 0.5 },
])('a name that is no plain path reads nothing: %j', (name) => {
  record('strings/wrap/solve-0.md', '---\nmodel: weak\nfinish_reason: stop\n---\nx\n');
  expect(readRecording(dir, { ...solve, ...name })).toBeUndefined();
});

test('a list is ordered by seed, stage and sample, and leaves other files out', () => {
  const root = 'listed';
  for (const file of [
    'b/x/tests-0.md',
    'a/y/solve-10.md',
    'a/y/solve-2.md',
    'a/y/notes.txt',
    'a/x/task-0.md',
    'README.md',
  ]) {
    record(join(root, file), '');
  }
  expect(listRecordings(join(dir, root))).toEqual([
    { seed: 'a/x', stage: 'task', sample: 0 },
    { seed: 'a/y', stage: 'solve', sample: 2 },
    { seed: 'a/y', stage: 'solve', sample: 10 },
    { seed: 'b/x', stage: 'tests', sample: 0 },
  ]);
});
