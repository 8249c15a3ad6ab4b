import { describe, expect, test } from 'vitest';
import { readSample } from '../../../../src/bench/samples/read-sample.ts';
import { unknownTask } from '../../../../src/bench/samples/unknown-task.ts';

describe('readSample', () => {
  test.each<[object, readonly object[]]>([
    [{ task_id: 'a', completion: 'x' }, [{ taskId: 'a', completion: 'x' }]],
    [{ id: 'a', solution: 'x', more: 1 }, [{ taskId: 'a', completion: 'x' }]],
    [{ task_id: 'a', completion: '' }, [{ taskId: 'a', completion: '' }]],
    [
      { name: 'a', completions: ['x', 'y'] },
      [
        { taskId: 'a', completion: 'x' },
        { taskId: 'a', completion: 'y' },
      ],
    ],
    [
      { task_id: 'a', message: { content: 'x', reasoning_content: 'r' }, finish_reason: 'length' },
      [{ taskId: 'a', completion: 'x', reasoning: 'r', finishReason: 'length' }],
    ],
    [{ task_id: 'a', completion: 'x', reasoning: null }, [{ taskId: 'a', completion: 'x' }]],
  ])('%j', (row, rows) => {
    expect(readSample(row)).toEqual({ ok: true, rows });
  });

  test.each<[unknown, string]>([
    [7, 'a sample must be a JSON object'],
    [null, 'a sample must be a JSON object'],
    [[], 'a sample must be a JSON object'],
    [{ completion: 'x' }, 'task_id is missing'],
    [{ task_id: 'a' }, 'completion is missing'],
    [{ task_id: 'a', completion: null }, 'completion is missing'],
    [{ task_id: 'a', completions: [1] }, 'completion is missing'],
  ])('%j is none', (row, problem) => {
    const read = readSample(row);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problem).toContain(problem);
  });
});

test('unknownTask names the id that is likely meant', () => {
  const known = ['humanevalpack-js/0', 'humanevalpack-js/12', 'humanevalpack-js/120'];
  expect(unknownTask('JavaScript/12', known)).toContain('Did you mean humanevalpack-js/12?');
  expect(unknownTask('humanevalpack-js/121', known)).toContain('Did you mean humanevalpack-js/12');
  expect(unknownTask('x', [])).toBe('x is no problem of the set.');
});
