import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RejectedRow, SampleRow } from '../../../../src/core/rows.ts';
import { gatherRun } from '../../../../src/pipeline/report/gather-run.ts';
import { DroppedPicks, KeptPicks } from '../../../../src/pipeline/report/picks.ts';
import { Proofs } from '../../../../src/pipeline/report/proofs.ts';
import { rejectedRow, runFacts, sampleRow } from '../../report/run/facts.ts';
import { tempDir } from '../../support/temp-dir.ts';

const never = new AbortController().signal;

function folderWith(files: Readonly<Record<string, readonly unknown[] | string>>): string {
  const dir = join(tempDir(), 'night');
  mkdirSync(dir);
  for (const [name, rows] of Object.entries(files)) {
    const text = typeof rows === 'string' ? rows : rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

const samples = [sampleRow('one', 'arrays', 0.91), sampleRow('two', 'arrays', 0.99), sampleRow('three', 'graphs', 0.5)];
const pairs = [
  { id: 'p1', sample: 'one', source: 'statement', direction: 'description-to-code', description: 'x', code: '' },
  {
    id: 'p2',
    sample: 'one',
    source: 'backtranslation',
    direction: 'code-to-description',
    description: 'adds',
    code: '',
  },
];
const rejected = [
  rejectedRow('r1', { kind: 'refuted' }, 'arrays'),
  { ...rejectedRow('r2', { kind: 'unsupported' }, 'arrays'), stage: 'support' },
  rejectedRow('r3', { kind: 'duplicate', of: 'one' }, 'graphs'),
  rejectedRow('r4', { kind: 'contaminated', benchmark: 'MBXP' }, 'graphs'),
];
const tasks = samples.map(({ task, lineage }) => ({ id: `t_${task.id}`, task, by_model: {}, algorithms: 1, lineage }));

describe('what is gathered of a folder', () => {
  test('counts rows, shares, repeats and proofs', async () => {
    const { rounds, spending } = runFacts();
    const folder = folderWith({
      'samples.jsonl': samples,
      'pairs.jsonl': pairs,
      'rejected.jsonl': rejected,
      'tasks.jsonl': tasks,
      'report.json': JSON.stringify({
        benchmarks: [{ name: 'MBXP', problems: 9 }],
        wanted_topics: ['arrays', 'trees'],
      }),
      'course.json': JSON.stringify({ rounds, spending }),
      'accounting.json': JSON.stringify(runFacts().accounting),
    });
    const facts = await gatherRun(folder, never);
    expect(facts.name).toBe('night');
    expect(facts.counts).toEqual({ samples: 3, pairs: 2, rejected: 4, preferences: 0, repairs: 0, tasks: 3 });
    expect(facts.topics).toEqual([
      { name: 'arrays', tasks: 2, kept: 2, dropped: 1 },
      { name: 'graphs', tasks: 1, kept: 1, dropped: 2 },
      { name: 'trees', tasks: 0, kept: 0, dropped: 0 },
    ]);
    expect(facts.repeats).toMatchObject({
      duplicates: 1,
      contaminated: { MBXP: 1 },
      benchmarks: [{ name: 'MBXP', problems: 9 }],
    });
    expect(facts.repeats.examples.map(({ id }) => id)).toEqual(['r3', 'r4']);
    expect(facts.models).toEqual([
      { model: 'arrays', kept: 2, dropped: { refuted: 1 } },
      { model: 'graphs', kept: 1, dropped: { duplicate: 1, contaminated: 1 } },
    ]);
    expect(facts.kept.map(({ sample, descriptions }) => [sample.id, descriptions])).toEqual([
      ['three', []],
      ['one', ['adds']],
      ['two', []],
    ]);
    expect(facts.rounds).toEqual(rounds);
    expect(facts.accounting?.requests.sent).toBe(12);
    expect(facts.diversity.parts['coverage']).toBe(0.5);
  });

  test('goes without the files that an older run has not', async () => {
    const facts = await gatherRun(folderWith({ 'samples.jsonl': samples }), never);
    expect(facts.rounds).toEqual([]);
    expect(facts.accounting).toBeUndefined();
    expect(facts.counts.rejected).toBe(0);
  });

  test.each([
    ['samples.jsonl', '{"id": 1}\n', /samples\.jsonl:1: no row of a run's samples \(id/u],
    ['samples.jsonl', '{\n', /samples\.jsonl:1: .*not valid JSON/u],
    ['course.json', '{"rounds": 3}', /course\.json cannot be read/u],
    ['report.json', '[]', /report\.json is no report/u],
    ['accounting.json', '{', /accounting\.json is no JSON/u],
  ])('says what is wrong with %s', async (name, text, message) => {
    const folder = folderWith({ 'samples.jsonl': [], [name]: text });
    await expect(gatherRun(folder, never)).rejects.toThrow(message);
  });

  test('is nothing of a folder without samples', async () => {
    await expect(gatherRun(tempDir(), never)).rejects.toThrow(/no samples\.jsonl/u);
  });
});

describe('picked rows', () => {
  test('are of each topic the least sure, ten at most, filled up with other tasks', () => {
    const picks = new KeptPicks();
    for (let place = 0; place < 300; place += 1)
      picks.add(sampleRow(`s${place}`, `topic ${place % 100}`, 1 - (place % 97) / 100));
    expect(picks.list()).toHaveLength(10);
    expect(new Set(picks.list().map(({ task }) => task.topics[0])).size).toBe(10);
    const few = new KeptPicks();
    for (const sample of samples) few.add(sample);
    expect(few.list().map(({ id }) => id)).toEqual(['three', 'one', 'two']);
  });

  test('are of each reason one, those first that show most, and with a counterexample where there is one', () => {
    const picks = new DroppedPicks();
    const by = { name: 'x', counterexample: { values: '[1]' } };
    const rows: RejectedRow[] = [
      rejectedRow('a', { kind: 'duplicate', of: 'x' }),
      rejectedRow('b', { kind: 'refuted', by: { name: 'x' } }),
      rejectedRow('c', { kind: 'refuted', by: { name: 'x' } }),
      rejectedRow('d', { kind: 'refuted', by }),
      rejectedRow('e', { kind: 'unproven', because: 'no-agreement' }),
    ];
    for (const row of rows) picks.add(row);
    expect(picks.list().map(({ id }) => id)).toEqual(['d', 'e', 'a', 'c']);
  });
});

describe('proofs', () => {
  test('are counted in twentieths, from the least on', () => {
    const proofs = new Proofs();
    const scored = (confidence: number): SampleRow => sampleRow('x', 'x', confidence);
    for (const confidence of [0.9, 0.95, 1]) proofs.add(scored(confidence));
    expect(proofs.confidence()).toEqual([
      { from: 0.9, rows: 1 },
      { from: 0.95, rows: 2 },
    ]);
    expect(proofs.points()).toContainEqual({ mutationScore: 0.8, confidence: 0.95, rows: 1 });
    expect(new Proofs().confidence()).toEqual([]);
  });
});
