import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openEmbeddedStore } from '../../../src/store/embedded.ts';
import { refuseRemote, storeError } from '../../../src/store/error.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { GroupWriter } from '../../../src/store/writer.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';
import { rejection, thrown } from '../support/thrown.ts';

/** A database with a writer, and what a real failure of the file needs: a pragma of its own connection. */
function opened(path = join(tempDir(), 'run.db')) {
  const db = openSqlite(path);
  onTestFinished(() => db.destroy());
  const writer = new GroupWriter(db);
  const put = (key: string, bytes = 10): Promise<unknown> =>
    writer.write((tx) =>
      tx
        .insertInto('verdict')
        .values({ key, body: new Uint8Array(bytes) })
        .execute(),
    );
  const keys = async (): Promise<string[]> =>
    (await db.selectFrom('verdict').select('key').orderBy('key').execute()).map(({ key }) => key);
  return { db, path, put, keys };
}

describe('a store whose disk is full', () => {
  test('says so for every write of the group, keeps what it held, and goes on when there is room', async () => {
    const { db, path, put, keys } = opened();
    await put('before');
    await sql`pragma max_page_count = 20`.execute(db);
    const lost = [put('small'), put('large', 300_000), put('after')].map(rejection);
    for (const error of await Promise.all(lost)) {
      expect(error).toMatchObject({ code: 'disk-full', exit: 2, cause: { errcode: 13 } });
      expect(error.message).toBe(
        `Cannot use the store ${path}: the disk is full. Free some space, then run the same command again: nothing stored so far is lost.`,
      );
    }
    expect(await keys()).toEqual(['before']);
    await sql`pragma max_page_count = 2000`.execute(db);
    await put('large', 300_000);
    expect(await keys()).toEqual(['before', 'large']);
  });
});

describe('a store that cannot be used', () => {
  test('is read-only', async () => {
    const { db, put } = opened();
    await sql`pragma query_only = on`.execute(db);
    expect(await rejection(put('x'))).toMatchObject({ code: 'store-read-only', exit: 2 });
  });

  test('is damaged, which reading tells too', async () => {
    const { db, path, put } = opened();
    await put('x', 100_000);
    await db.destroy();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xee, 4096 * 8));
    const again = opened(path);
    const reading = again.db.selectFrom('verdict').selectAll().execute();
    expect(await rejection(reading)).toMatchObject({ code: 'store-corrupt', exit: 2 });
  });

  test('is no database', () => {
    const path = tempFile('notes.txt', 'not a database\n'.repeat(100));
    const error = thrown(() => openEmbeddedStore(path));
    expect(error).toMatchObject({ code: 'store-foreign', exit: 2 });
    expect(error.message).toBe(
      `Cannot use the store ${path}: it is no SQLite database. Choose another --out or --store.`,
    );
    expect(readFileSync(path, 'utf8')).toBe('not a database\n'.repeat(100));
  });

  test('is a folder', () => {
    const path = join(tempDir(), 'run.db');
    mkdirSync(path);
    expect(thrown(() => openEmbeddedStore(path))).toMatchObject({ code: 'store-unopenable', exit: 2 });
  });
});

describe('storeError', () => {
  test('knows extended result codes', () => {
    const error = Object.assign(new Error('disk I/O error'), { errcode: 10 + 256 * 4 });
    expect(storeError('x', error)).toMatchObject({ code: 'store-io', cause: error });
  });

  test.each([new TypeError('a defect'), Object.assign(new Error('constraint'), { errcode: 19 }), 'text'])(
    'leaves %s as it is',
    (error) => {
      expect(storeError('x', error)).toBe(error);
    },
  );
});

describe('refuseRemote', () => {
  test('refuses PostgreSQL without showing the password', () => {
    for (const scheme of ['postgres', 'postgresql']) {
      const error = thrown(() => refuseRemote(`${scheme}://user:secret@host/db`));
      expect(error).toMatchObject({ code: 'store-unsupported', exit: 2 });
      expect(error.message).toContain('host/db');
      expect(error.message).not.toContain('secret');
    }
  });

  test('takes paths', () => {
    expect(() => refuseRemote('/data/postgres/run.db')).not.toThrow();
  });
});
