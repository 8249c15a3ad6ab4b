import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { GroupWriter } from '../../../src/store/writer.ts';
import { pack, unpack } from '../../../src/store/body.ts';
import { tempDir } from '../support/temp-dir.ts';

function opened() {
  const path = join(tempDir(), 'run.db');
  const db = openSqlite(path);
  onTestFinished(() => db.destroy());
  const writer = new GroupWriter(db);
  const put = (key: string): Promise<string> =>
    writer.write(async (tx) => {
      await tx
        .insertInto('verdict')
        .values({ key, body: pack(key) })
        .execute();
      return key;
    });
  /** What another connection sees, and so what is committed. */
  const committed = async (): Promise<string[]> => {
    const other = openSqlite(path);
    const rows = await other.selectFrom('verdict').selectAll().orderBy('key').execute();
    await other.destroy();
    return rows.map(({ body }) => unpack<string>(body));
  };
  return { writer, put, committed };
}

describe('GroupWriter', () => {
  test('gives each write its own result, and is committed by then', async () => {
    const { put, committed } = opened();
    expect(await Promise.all([put('b'), put('a')])).toEqual(['b', 'a']);
    expect(await committed()).toEqual(['a', 'b']);
  });

  test('runs what is given together in one transaction, in order', async () => {
    const { writer, put, committed } = opened();
    const seen: string[][] = [];
    const look = writer.write(async (tx) => {
      seen.push(
        await committed(),
        (await tx.selectFrom('verdict').select('key').execute()).map(({ key }) => key),
      );
    });
    await Promise.all([put('a'), look]);
    expect(seen[0]).toEqual([]);
    const first = put('b');
    const second = writer.write(async (tx) => {
      seen.push((await tx.selectFrom('verdict').select('key').orderBy('key').execute()).map(({ key }) => key));
    });
    await Promise.all([first, second]);
    expect(seen[2]).toEqual(['a', 'b']);
  });

  test('fails all of a group when one write fails, and none after it', async () => {
    const { writer, put, committed } = opened();
    const failure = new Error('a defect');
    const broken = writer.write(() => Promise.reject(failure));
    const group = await Promise.allSettled([put('a'), broken, put('b')]);
    expect(group.map((result) => result.status === 'rejected' && result.reason === failure)).toEqual([
      true,
      true,
      true,
    ]);
    await put('c');
    expect(await committed()).toEqual(['c']);
  });

  test('drains what is given while it drains', async () => {
    const { writer, put, committed } = opened();
    const chained = put('a').then(() => put('b'));
    await writer.drain();
    await chained;
    await writer.drain();
    expect(await committed()).toEqual(['a', 'b']);
  });
});

describe('a body', () => {
  test.each([[null], [''], [0], [{ a: ['ü🙂', 1.5, null] }], ['\ud800']])(
    'comes back as it was packed: %j',
    (value) => {
      expect(unpack(pack(value))).toEqual(value);
    },
  );

  test('is small where the text repeats itself', () => {
    expect(pack('the same words again and again. '.repeat(100)).length).toBeLessThan(100);
  });
});
