import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { showRow } from '../../../../src/pipeline/view/show-row.ts';
import type { Story } from '../../../../src/report/story/story.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { thrown } from '../../support/thrown.ts';
import { addToJournal, admitted, madeDraw, storeDraws, writeRowFiles } from './made-run.ts';

const draws = [madeDraw(1), madeDraw(2)];
const only = draws.slice(0, 1);

async function finishedRun(): Promise<string> {
  const dir = tempDir();
  await storeDraws(dir, draws);
  writeRowFiles(dir, draws);
  return dir;
}

function show(dir: string, id: string): Story {
  return showRow({ dir, store: undefined, id, onIndexing: () => {} });
}

describe('the story of a sample', () => {
  test('has its seed, the replies, every verdict and what was made of it', async () => {
    const story = show(await finishedRun(), 'sample_a1');
    expect(story).toMatchObject({ kind: 'kept', from: 'store', gaps: [], fate: { kind: 'kept' } });
    expect(story.seed.text?.title).toBe('Wrapping');
    expect(story.requests.map(({ reply }) => reply?.content)).toEqual(['The reply to strings/seed-1']);
    expect(story.solutions.map(({ name, isOwn, decision }) => [name, isOwn, decision.kind])).toEqual([
      ['solution 1', true, 'accepted'],
      ['solution 2', false, 'accepted'],
      ['solution 3', false, 'rejected'],
    ]);
    expect(story.solutions[2]?.verdicts).toMatchObject([{ kind: 'refuted', failed: 2 }]);
    expect(story.pairs.map(({ sample }) => sample)).toEqual(['sample_a1']);
  });

  test('that a round dropped says of what it is a duplicate, by either of its ids', async () => {
    const dir = await finishedRun();
    const fate = { kind: 'dropped', stage: 'deduplicate', reason: { kind: 'duplicate', of: 'sample_a1' } };
    expect(show(dir, 'rej_of_sample_b2')).toMatchObject({ kind: 'rejected', fate, sample: { id: 'sample_b2' } });
  });

  test('is told while the run goes on', async () => {
    const dir = tempDir();
    await storeDraws(dir, draws);
    addToJournal(dir, { kind: 'started', pid: 1, seeds: 2, target: null }, { kind: 'lane', key: draws[0]?.key ?? '' });
    expect(show(dir, 'sample_b1')).toMatchObject({ kind: 'accepted', fate: { kind: 'waiting' } });
    addToJournal(dir, admitted(draws.slice(0, 1)));
    expect(show(dir, 'sample_a1')).toMatchObject({ kind: 'kept' });
    const reason = { kind: 'duplicate', of: 'sample_a1' };
    expect(show(dir, 'sample_b1')).toMatchObject({ kind: 'rejected', fate: { stage: 'deduplicate', reason } });
  });
});

describe('where the store is gone', () => {
  test('a story is told from the files, and says so', async () => {
    const dir = await finishedRun();
    for (const end of ['', '-wal', '-shm']) rmSync(join(dir, `run.db${end}`), { force: true });
    const story = show(dir, 'sample_a1');
    expect(story).toMatchObject({ kind: 'kept', from: 'files', requests: [] });
    expect(story.gaps.join()).toContain('from the row files alone');
    expect(story.solutions.map(({ decision }) => decision.kind)).toEqual(['accepted', 'rejected']);
    expect(show(dir, 'rej_2').kind).toBe('rejected');
  });
});

describe('an id', () => {
  test('may be a beginning that no other has', async () => {
    const dir = tempDir();
    writeRowFiles(dir, only);
    expect(show(dir, 'rej_of_sample_b1').id).toBe('rej_of_sample_b1');
    expect(show(dir, 'pair').kind).toBe('pair');
  });

  test.each([
    ['sample_', 'id-ambiguous', /begins several ids.*sample_a1, sample_a2/u],
    ['sample_zz', 'id-unknown', /No row .* has the id sample_zz. The nearest are sample_a2/u],
    ['', 'id-unknown', /has the id/u],
    ["' or 1=1 --", 'id-unknown', /No row/u],
  ])('%j is refused', async (id, code, message) => {
    const dir = await finishedRun();
    const error = thrown(() => show(dir, id));
    expect(error).toMatchObject({ code, exit: 2, message: expect.stringMatching(message) as unknown });
  });

  test('of a directory without a run is refused', () => {
    expect(thrown(() => show(tempDir(), 'sample_1'))).toMatchObject({ code: 'no-run', exit: 2 });
  });
});
