import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDecisions } from '../../../../src/pipeline/rejudge/read-decisions.ts';
import { exampleTaskRow, sampleOf } from '../../support/examples.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { rejection } from '../../support/thrown.ts';

const { signal } = new AbortController();
const { lineage } = sampleOf();
const about = { task: 'task_1', entryPoint: 'double' };

/** A directory with the two files that say what was decided. */
function runWith(files: { readonly samples?: readonly unknown[]; readonly rejected?: readonly unknown[] }): string {
  const dir = tempDir();
  for (const name of ['samples', 'rejected'] as const) {
    writeFileSync(join(dir, `${name}.jsonl`), (files[name] ?? []).map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  return dir;
}

function rejected(stage: string, kind: string, more: object): object {
  return { id: 'rej_1', stage, reason: { kind, detail: 1 }, task: exampleTaskRow, lineage, ...more };
}

describe('readDecisions', () => {
  test('reads kept solutions with their confidence, and dropped ones with their reason', async () => {
    const dir = runWith({
      samples: [sampleOf({ id: 'sample_7', solution: 'a', confidence: 0.5 })],
      rejected: [
        rejected('decide', 'refuted', { solution: 'b' }),
        rejected('deduplicate', 'duplicate', { solution: 'c' }),
      ],
    });
    expect(await readDecisions(dir, signal)).toEqual([
      { ...about, code: 'a', state: { kept: true, sample: 'sample_7', confidence: 0.5 } },
      { ...about, code: 'b', state: { kept: false, reason: { kind: 'refuted', detail: 1 } } },
      { ...about, code: 'c', state: { kept: false, reason: { kind: 'duplicate', detail: 1 } } },
    ]);
  });

  test('leaves out rows that are about no solution, and those about a description', async () => {
    const dir = runWith({
      rejected: [
        { ...rejected('task', 'malformed', { reply: 'no task' }), task: undefined },
        rejected('support', 'unsupported', { tests: 'a suite' }),
        rejected('roundtrip', 'round-trip-failed', { solution: 'written anew' }),
      ],
    });
    expect(await readDecisions(dir, signal)).toEqual([]);
  });

  test('names file and line of a row that is none', async () => {
    const dir = runWith({ samples: [sampleOf(), { id: 1 }] });
    expect(await rejection(readDecisions(dir, signal))).toMatchObject({
      code: 'row-invalid',
      exit: 2,
      message: `${join(dir, 'samples.jsonl')}:2: no row of a run`,
    });
    writeFileSync(join(dir, 'samples.jsonl'), '{"id": \n');
    expect((await rejection(readDecisions(dir, signal))).message).toMatch(/samples\.jsonl:1: not valid JSON/u);
  });
});
