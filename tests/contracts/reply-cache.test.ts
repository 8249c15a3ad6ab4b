import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openEmbeddedStore } from '../../src/store/embedded.ts';
import { MemoryReplyCache, tempDir } from '../unit/llm/helpers.ts';
import { replyCacheContract } from './reply-cache.contract.ts';

replyCacheContract('in memory', async () => {
  const cache = new MemoryReplyCache();
  return { cache, reopen: async () => cache.reopened() };
});

replyCacheContract('in the embedded store', async () => {
  const file = join(tempDir(), 'run.db');
  let store = openEmbeddedStore(file);
  onTestFinished(() => store.close());
  const { id } = await store.createRun('dir', {});
  return {
    cache: store.replies(id, () => 0),
    reopen: async () => {
      await store.close();
      store = openEmbeddedStore(file);
      return store.replies(id, () => 0);
    },
  };
});
