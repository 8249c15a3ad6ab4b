import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded.ts';
import { tempDir } from '../unit/support/temp-dir.ts';
import { storeContract } from './store.contract.ts';

storeContract('embedded', async () => {
  const file = join(tempDir(), 'made', 'run.db');
  const store = openEmbeddedStore(file);
  let open = store;
  onTestFinished(() => open.close());
  return {
    store,
    reopen: async () => {
      await open.close();
      open = openEmbeddedStore(file);
      return open;
    },
  };
});
