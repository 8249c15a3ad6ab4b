import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readProblems } from '../../../../src/bench/problems/read-problems.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { rejection } from '../../support/thrown.ts';

const solution = 'export function halfOf(n: number): number { return n / 2; }';
const tests = "import { halfOf } from './solution';";
const proof = (id: string, split: string, direction = 'description-to-code') => ({
  id,
  split,
  sample: 's',
  direction,
  verification: { solution, tests, language: 'ts', limits: {} },
});
const chat = (asked: string) => ({
  messages: [
    { role: 'user', content: asked },
    { role: 'assistant', content: solution },
  ],
});

let dir: string;
beforeEach(() => (dir = tempDir()));

function write(path: string, rows: readonly object[]): void {
  const file = join(dir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

describe('an exported dataset', () => {
  test('is the problems of its rows that ask for code, each with the tests that prove it', async () => {
    write('data/train-00000-of-00001.jsonl', [chat('Halve.'), chat('Describe it.')]);
    write('data/test-00000-of-00001.jsonl', [chat('Halve again.')]);
    write('verification.jsonl', [proof('a', 'train'), proof('b', 'train', 'code-to-description'), proof('c', 'test')]);
    const { shape, problems } = await readProblems(dir);
    expect(shape).toBe('winnow-dataset');
    expect(problems).toEqual([
      {
        id: 'a',
        prompt: 'Halve.',
        language: 'ts',
        tests,
        canonical: solution,
        entryPoint: 'halfOf',
        stop: [],
        topics: [],
      },
      expect.objectContaining({ id: 'c', prompt: 'Halve again.' }),
    ]);
  });

  test('whose proofs are not those of its rows is refused', async () => {
    write('data/train-00000-of-00001.jsonl', [chat('Halve.')]);
    write('verification.jsonl', [proof('a', 'train'), proof('b', 'train')]);
    expect(String(await rejection(readProblems(dir)))).toContain('the split train has 1 rows and 2 proofs');
    write('verification.jsonl', [{ id: 'a' }]);
    expect(String(await rejection(readProblems(dir)))).toContain('verification.jsonl:1: it is no row of an exported');
  });

  test("may be a run's own directory", async () => {
    const task = { statement: 'Halve.', signature: 's', entry_point: 'halfOf', topics: [] };
    write('samples.jsonl', [{ id: 'x', task, solution, tests }]);
    expect((await readProblems(dir)).problems[0]).toMatchObject({ id: 'x', entryPoint: 'halfOf', canonical: solution });
  });
});
