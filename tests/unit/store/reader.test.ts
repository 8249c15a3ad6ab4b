import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openEmbeddedStore } from '../../../src/store/embedded.ts';
import { takeLock } from '../../../src/store/lock.ts';
import { openStoreReader } from '../../../src/store/reader.ts';
import { thrown } from '../support/thrown.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';

const unit = { kind: 'lane', key: 'strings/a' } as const;
const reply = {
  content: 'c',
  model: 'm',
  finishReason: 'stop',
  usage: { promptTokens: 1, completionTokens: 2 },
} as const;

describe('a store that is only looked at', () => {
  test('shows what another has stored, while that holds the lock and goes on', async () => {
    const path = join(tempDir(), 'run.db');
    const lock = takeLock(path);
    const store = openEmbeddedStore(path);
    const { id } = await store.createRun('.', { seed: 1 });
    using reader = openStoreReader(path);
    expect(reader?.findRun('.')).toMatchObject({ id, state: 'open', settings: { seed: 1 }, costUsd: 0 });
    expect(reader?.findRun('elsewhere')).toBeUndefined();
    await store.replies(id, () => 0.5).put('key', reply);
    const items = [
      { kind: 'rejected', body: { n: 1 } },
      { kind: 'accepted', body: { n: 2 } },
      { kind: 'accepted', body: { n: 3 } },
    ] as const;
    await store.settle(id, { unit, retryable: false, summary: {}, items });
    expect(reader?.reply('key')).toEqual(reply);
    expect(reader?.reply('other')).toBeUndefined();
    expect(reader?.items(id, unit).filter(({ kind }) => kind === 'accepted')).toEqual(items.slice(1));
    expect([...(reader?.unitKeys(id, 'lane') ?? [])]).toEqual(['strings/a']);
    await store.finish(id, { kept: 7 });
    expect(reader?.findRun('.')).toMatchObject({ state: 'finished', result: { kept: 7 }, costUsd: 0.5 });
    await store.close();
    lock.release();
  });

  test('is none before its tables are there', () => {
    expect(openStoreReader(tempFile('run.db', ''))).toBeUndefined();
    const other = join(tempDir(), 'run.db');
    new DatabaseSync(other).close();
    expect(openStoreReader(other)).toBeUndefined();
  });

  test('says what is wrong with a file that is none', () => {
    const path = tempFile('run.db', 'no database'.repeat(200));
    expect(thrown(() => openStoreReader(path))).toMatchObject({ code: 'store-foreign', exit: 2 });
    writeFileSync(path, '');
    expect(thrown(() => openStoreReader(join(path, 'x')))).toMatchObject({ code: 'store-unopenable', exit: 2 });
  });
});
