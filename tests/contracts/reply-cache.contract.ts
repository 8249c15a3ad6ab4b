import { describe, expect, test } from 'vitest';
import type { LlmReply, ReplyCache } from '../../src/core/ports.ts';

/** An implementation under test: `reopen` gives what a new process finds after a kill. */
export interface ReplyCacheUnderTest {
  readonly cache: ReplyCache;
  readonly reopen: () => Promise<ReplyCache>;
}

const reply: LlmReply = {
  content: 'line one\r\nline two \u0000 🙂 \ud800',
  reasoning: 'because',
  model: 'm',
  finishReason: 'length',
  usage: { promptTokens: 3, completionTokens: 4 },
};

/** What every store of replies promises. */
export function replyCacheContract(name: string, open: () => Promise<ReplyCacheUnderTest>): void {
  describe(`a reply cache: ${name}`, () => {
    test('gives back exactly what was put, also later', async () => {
      const { cache, reopen } = await open();
      await cache.begin('a');
      await cache.put('a', reply);
      expect(await cache.get('a')).toEqual(reply);
      expect(await (await reopen()).get('a')).toEqual(reply);
    });

    test('keeps an absent reasoning absent', async () => {
      const { cache } = await open();
      const { reasoning: _reasoning, ...plain } = reply;
      await cache.put('a', plain);
      expect(await cache.get('a')).toStrictEqual(plain);
    });

    test('has nothing under another key, nor for a request that only began', async () => {
      const { cache } = await open();
      await cache.begin('a');
      await cache.put('b', reply);
      expect(await cache.get('a')).toBeUndefined();
      expect(await cache.get('c')).toBeUndefined();
    });

    test('knows a request that an earlier process began and never stored', async () => {
      const { cache, reopen } = await open();
      expect(await cache.begin('a')).toEqual({ repeated: false });
      const later = await reopen();
      expect(await later.begin('a')).toEqual({ repeated: true });
      expect(await later.begin('b')).toEqual({ repeated: false });
    });

    test('repeats nothing when a request that ended without a reply is asked again', async () => {
      const { cache, reopen } = await open();
      await cache.begin('a');
      await cache.withdraw('a');
      expect(await (await reopen()).begin('a')).toEqual({ repeated: false });
    });

    test('keeps a stored reply whatever is withdrawn', async () => {
      const { cache } = await open();
      await cache.put('a', reply);
      await cache.withdraw('a');
      expect(await cache.get('a')).toEqual(reply);
    });

    test('takes many at once', async () => {
      const { cache } = await open();
      const keys = Array.from({ length: 50 }, (_, index) => `key-${index}`);
      await Promise.all(keys.map((key) => cache.put(key, { ...reply, content: key })));
      const contents = await Promise.all(keys.map(async (key) => (await cache.get(key))?.content));
      expect(contents).toEqual(keys);
    });
  });
}
