import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { takeLock } from '../../../src/store/lock.ts';
import { tempDir } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

test('a lock is held even when nobody keeps its handle', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const store = join(tempDir(), 'run.db');
  takeLock(store);
  collectGarbage();
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(thrown(() => takeLock(store)).code).toBe('locked');
});
