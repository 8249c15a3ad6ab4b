import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { IndexReader, RowFilter } from '../../../../src/pipeline/view/index/query.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { addToJournal, admitted, indexed, madeDraw, storeDraws, writeRowFiles } from './made-run.ts';

const draws = Array.from({ length: 60 }, (_, number) => madeDraw(number));
const kinds = (index: IndexReader): Record<string, number> =>
  Object.fromEntries(index.facets('kind').map(({ value, rows }) => [value, rows]));

describe('an index of row files', () => {
  test('counts the rows by what they can be chosen by', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws);
    const { index } = indexed(dir);
    expect(kinds(index)).toEqual({ kept: 60, pair: 60, rejected: 120 });
    expect(index.facets('reason').map(({ value }) => value)).toEqual(['duplicate', 'refuted']);
    expect(index.state()).toMatchObject({ rows: 240, share: 1 });
  });

  test('is the same when it is brought up to date again', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws);
    indexed(dir);
    expect(kinds(indexed(dir).index)).toEqual({ kept: 60, pair: 60, rejected: 120 });
  });

  test('is built anew when the files are others', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws);
    indexed(dir);
    writeRowFiles(dir, draws.slice(0, 5));
    expect(kinds(indexed(dir).index)).toEqual({ kept: 5, pair: 5, rejected: 10 });
  });

  test('leaves out what is no row', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws.slice(0, 2));
    writeFileSync(join(dir, 'repairs.jsonl'), 'no JSON\n[]\n{"id": 7}\n{"id": "unfinished');
    const { index } = indexed(dir);
    expect(index.byId('unfinished')).toBeUndefined();
    expect(kinds(index)).toMatchObject({ kept: 2, repair: 2 });
  });

  test('is built anew where the file is something else', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws.slice(0, 2));
    indexed(dir);
    rmSync(join(dir, 'view.db'));
    rmSync(join(dir, 'view.db-wal'), { force: true });
    rmSync(join(dir, 'view.db-shm'), { force: true });
    expect(kinds(indexed(dir).index)).toMatchObject({ kept: 2 });
  });
});

describe('an index of a run that goes on', () => {
  const started = { kind: 'started', pid: 1, seeds: 9, target: 5 } as const;

  test('has the rows of a draw as soon as it is done, and says what its round made of them', async () => {
    const dir = tempDir();
    const some = draws.slice(0, 3);
    await storeDraws(dir, some);
    addToJournal(dir, started, { kind: 'round', round: 0, draws: 3 }, { kind: 'lane', key: some[0]?.key ?? '' });
    expect(kinds(indexed(dir).index)).toEqual({ accepted: 2, rejected: 1 });
    addToJournal(dir, ...some.slice(1).map(({ key }) => ({ kind: 'lane', key }) as const));
    expect(kinds(indexed(dir).index)).toEqual({ accepted: 6, rejected: 3 });
    addToJournal(dir, admitted(some));
    const { index } = indexed(dir);
    expect(kinds(index)).toEqual({ kept: 3, pair: 3, preference: 3, rejected: 6 });
    expect(index.byId('pref_sample_a1')).toMatchObject({ draw: 'strings/seed-1', topic: 'strings', model: 'model-1' });
    expect(index.facets('reason')).toEqual([
      { value: 'duplicate', rows: 3 },
      { value: 'refuted', rows: 3 },
    ]);
    expect(index.state().watch).toMatchObject({ lanes: 3, kept: 3, round: 0, drawsOfRound: 3, isWritten: false });
  });

  test('waits for the rest of a line', async () => {
    const dir = tempDir();
    await storeDraws(dir, draws.slice(0, 1));
    addToJournal(dir, started);
    writeFileSync(join(dir, 'run.db.progress'), '{"at_ms":1,"kind":"lane","key":"str', { flag: 'a' });
    expect(kinds(indexed(dir).index)).toEqual({});
    writeFileSync(join(dir, 'run.db.progress'), 'ings/seed-0"}\n', { flag: 'a' });
    expect(kinds(indexed(dir).index)).toEqual({ accepted: 2, rejected: 1 });
  });

  test('begins anew with another invocation', async () => {
    const dir = tempDir();
    await storeDraws(dir, draws.slice(0, 2));
    addToJournal(dir, started, { kind: 'lane', key: 'strings/seed-0' }, { kind: 'lane', key: 'strings/seed-1' });
    expect(kinds(indexed(dir).index)).toEqual({ accepted: 4, rejected: 2 });
    rmSync(join(dir, 'run.db.progress'));
    addToJournal(dir, { ...started, pid: 2 }, { kind: 'lane', key: 'strings/seed-1' });
    expect(kinds(indexed(dir).index)).toEqual({ accepted: 2, rejected: 1 });
  });

  test('takes what the store has where there is neither a journal nor files', async () => {
    const dir = tempDir();
    await storeDraws(dir, draws.slice(0, 4));
    expect(kinds(indexed(dir).index)).toEqual({ accepted: 8, rejected: 4 });
  });
});

describe('rows', () => {
  test('are found by a beginning of their id, and where there is none, those beside it', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws);
    const { index } = indexed(dir);
    expect(index.beginningWith('sample_a5', 3)).toEqual(['sample_a5', 'sample_a50', 'sample_a51']);
    expect(index.byId('task_7')?.task).toBe('task_7');
    expect(index.beginningWith('nothing', 3)).toEqual([]);
    expect(index.near('sample_a50x')).toContain('sample_a50');
  });

  test('of several words have all of them, the last as a beginning', () => {
    const dir = tempDir();
    writeRowFiles(dir, draws);
    const { index } = indexed(dir);
    const titles = (search: string): string[] => index.page({ search, kind: 'kept' }).rows.map(({ title }) => title);
    expect(titles('double 42')).toEqual(['Double 42']);
    expect(titles('doub')).toHaveLength(50);
    expect(titles('double 42 triple')).toEqual([]);
    expect(titles('"; drop table')).toEqual([]);
    expect(titles('***')).toEqual([]);
  });

  const value = fc.constantFrom('kept', 'rejected', 'refuted', 'model-0', 'model-1', 'strings', 'none');
  const filter: fc.Arbitrary<RowFilter> = fc.record(
    {
      kind: value,
      reason: value,
      model: value,
      topic: value,
      leastConfidence: fc.double({ min: 0, max: 0.6, noNaN: true }),
      search: fc.constantFrom('double', 'number', 'again'),
    },
    { requiredKeys: [] },
  );
  /** More than are looked at in one go. */
  const many = 1200;
  const paged: { index?: IndexReader } = {};
  const searched: { index?: IndexReader } = {};

  property.prop([filter], { numRuns: 20 })(
    'of all pages together are those that the filter asks for, each once',
    (asked) => {
      const index = (paged.index ??= builtIndex());
      const all = allPages(index, {});
      expect(all).toHaveLength(4 * many);
      expect(new Set(all.map(({ seq }) => seq)).size).toBe(4 * many);
      const expected = all.filter(
        (row) =>
          (['kind', 'reason', 'model', 'topic'] as const).every(
            (name) => asked[name] === undefined || row[name] === asked[name],
          ) &&
          (asked.leastConfidence === undefined || (row.confidence ?? -1) >= asked.leastConfidence),
      );
      const found = allPages(index, asked).map(({ seq }) => seq);
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => b - a));
      if (asked.search === undefined) expect(found).toEqual(expected.map(({ seq }) => seq));
      else expect(expected.map(({ seq }) => seq)).toEqual(expect.arrayContaining(found));
    },
  );

  test('are found wherever they stand', () => {
    const index = builtIndex();
    const some = allPages(index, { before: 4 * many - 4080 }).slice(0, 40);
    for (const { id, seq } of some) expect(index.page({ search: id }).rows.map((row) => row.seq)).toContain(seq);
  });

  property.prop([fc.string({ unit: 'binary' })])('can be searched for whatever is typed', (search) => {
    const index = (searched.index ??= builtIndex());
    expect(Array.isArray(index.page({ search }).rows)).toBe(true);
  });

  function builtIndex(): IndexReader {
    const dir = tempDir();
    writeRowFiles(
      dir,
      Array.from({ length: many }, (_, number) => madeDraw(number)),
    );
    return indexed(dir).index;
  }

  function allPages(index: IndexReader, filter: RowFilter): IndexRow[] {
    const { rows, next } = index.page(filter);
    return next === undefined ? [...rows] : [...rows, ...allPages(index, { ...filter, before: next })];
  }
});

type IndexRow = ReturnType<IndexReader['page']>['rows'][number];
