import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawOf } from '../../../../src/core/draw.ts';
import type { RunEvent } from '../../../../src/pipeline/events.ts';
import { RunJournal } from '../../../../src/pipeline/view/journal.ts';
import { seedOf } from '../../support/examples.ts';
import { tempDir } from '../../support/temp-dir.ts';

const started: RunEvent = { kind: 'run-started', seeds: 4, target: 2, dir: 'out' };
const draw = drawOf(seedOf({ id: 'strings/a' }), ['deepen']);

function written(dir: string): unknown[] {
  const text = readFileSync(join(dir, 'run.db.progress'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

test('a run’s journal says when what happened', () => {
  const dir = tempDir();
  let now = 0;
  using journal = new RunJournal(dir, { now: () => (now += 5) });
  const reason = { kind: 'duplicate', of: 'sample_1' } as const;
  const dropped = new Map([['sample_2', { stage: 'deduplicate', reason } as const]]);
  journal.onEvent(started);
  journal.onEvent({ kind: 'lane-settled', seed: draw.key, accepted: 2 });
  journal.onEvent({ kind: 'samples-admitted', kept: 1, costUsd: 0 });
  journal.onEvent({ kind: 'round-ended', lanes: [{ draw, kept: ['sample_1'], dropped }], counts: {} as never });
  journal.onEvent({ kind: 'files-written', dir });
  const lanes = [
    { key: 'strings/a+deepen', kept: ['sample_1'], dropped: [{ sample: 'sample_2', stage: 'deduplicate', reason }] },
  ];
  expect(written(dir)).toEqual([
    { at_ms: 5, kind: 'started', pid: process.pid, seeds: 4, target: 2 },
    { at_ms: 10, kind: 'lane', key: 'strings/a+deepen' },
    { at_ms: 15, kind: 'admitted', counts: {}, lanes },
    { at_ms: 20, kind: 'written' },
  ]);
});

test('another invocation that works begins it anew, and one that does not leaves it as it is', () => {
  const dir = tempDir();
  const clock = { now: () => 1 };
  {
    using journal = new RunJournal(dir, clock);
    journal.onEvent(started);
    journal.onEvent({ kind: 'lane-settled', seed: 'a', accepted: 0 });
  }
  {
    using journal = new RunJournal(dir, clock);
    journal.onEvent({ kind: 'files-written', dir });
  }
  expect(written(dir)).toHaveLength(2);
  using journal = new RunJournal(dir, clock);
  journal.onEvent(started);
  expect(written(dir)).toHaveLength(1);
});

test('a place that cannot be written stops nothing', () => {
  const dir = join(tempDir(), 'missing');
  using journal = new RunJournal(dir, { now: () => 1 });
  journal.onEvent(started);
  journal.onEvent({ kind: 'lane-settled', seed: 'a', accepted: 0 });
  expect(existsSync(dir)).toBe(false);
});
