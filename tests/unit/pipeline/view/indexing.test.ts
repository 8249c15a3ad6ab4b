import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startIndexing } from '../../../../src/pipeline/view/index/indexing.ts';
import { placeOf } from '../../../../src/pipeline/view/index/place.ts';
import { IndexReader } from '../../../../src/pipeline/view/index/query.ts';
import { until } from '../../../e2e/view-server.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { addToJournal, madeDraw, storeDraws, writeRowFiles } from './made-run.ts';

const draws = [madeDraw(1), madeDraw(2)];

const rowsOf = (path: string): Promise<number> => {
  try {
    using index = new IndexReader(path);
    return Promise.resolve(index.state().rows);
  } catch {
    return Promise.resolve(0);
  }
};

test('an index grows in the background with its run', async () => {
  const dir = tempDir();
  await storeDraws(dir, draws);
  addToJournal(dir, { kind: 'started', pid: 1, seeds: 2, target: null }, { kind: 'lane', key: 'strings/seed-1' });
  const place = placeOf(dir);
  await using indexing = startIndexing(place);
  await until(
    () => rowsOf(place.indexPath),
    (rows) => rows === 3,
  );
  addToJournal(dir, { kind: 'lane', key: 'strings/seed-2' });
  await until(
    () => rowsOf(place.indexPath),
    (rows) => rows === 6,
  );
  expect(indexing.problem).toBeUndefined();
});

test('says what hinders it, and goes on when that is over', async () => {
  const dir = tempDir();
  writeRowFiles(dir, draws);
  writeFileSync(join(dir, 'run.db'), 'this is no database, and long enough to be taken for one'.repeat(40));
  const place = placeOf(dir);
  await using indexing = startIndexing(place);
  await until(
    () => Promise.resolve(indexing.problem),
    (problem) => problem !== undefined,
  );
  expect(indexing.problem).toContain('it is no SQLite database');
  writeFileSync(join(dir, 'run.db'), '');
  appendFileSync(join(dir, 'pairs.jsonl'), '');
  await until(
    () => rowsOf(place.indexPath),
    (rows) => rows > 0,
  );
});
