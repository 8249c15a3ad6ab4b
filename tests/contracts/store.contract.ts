import { describe, expect, test } from 'vitest';
import type { LlmReply, PendingBatch } from '../../src/core/ports.ts';
import type { Item, Settlement, Store, Unit } from '../../src/core/store.ts';

/** A store under test: `reopen` closes it and gives what another process finds. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly reopen: () => Promise<Store>;
}

const unit: Unit = { kind: 'lane', key: 'strings/soft-wrap' };
const usage = { promptTokens: 1000, completionTokens: 10 };
const reply: LlmReply = { content: 'hello', model: 'm', finishReason: 'stop', usage };
const noRequests = { sent: 0, stored: 0, repeated: 0, promptTokens: 0, completionTokens: 0, costUsd: 0 };
const free = (): number => 0;

function settlement(more: Partial<Settlement> = {}): Settlement {
  return { unit, retryable: false, summary: { accepted: 1 }, items: [], ...more };
}

function items(kind: Item['kind'], bodies: readonly unknown[]): Item[] {
  return bodies.map((body) => ({ kind, body }));
}

/** What every store promises. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  async function withRun(): Promise<StoreUnderTest & { readonly run: string }> {
    const opened = await open();
    return { ...opened, run: (await opened.store.createRun('out', { seed: 1 })).id };
  }

  describe(`runs in a store: ${name}`, () => {
    test('finds nothing for a directory without a run', async () => {
      expect(await (await open()).store.findRun('out')).toBeUndefined();
    });

    test('finds a run by its directory, also later', async () => {
      const { store, reopen } = await open();
      const settings = { seed: 1, 'generate.temperature': 0.8, nothing: null, list: ['ü'] };
      const created = await store.createRun('out', settings);
      expect(created).toEqual({ id: created.id, settings, state: 'open', elapsedMs: 0 });
      await store.createRun('elsewhere', settings);
      expect(await store.findRun('out')).toEqual(created);
      expect(await (await reopen()).findRun('out')).toEqual(created);
    });

    test('finds the newest of several, each with an id of its own', async () => {
      const { store } = await open();
      const first = await store.createRun('out', { seed: 1 });
      const second = await store.createRun('out', { seed: 1 });
      const other = await store.createRun('elsewhere', { seed: 1 });
      expect(new Set([first.id, second.id, other.id]).size).toBe(3);
      expect((await store.findRun('out'))?.id).toBe(second.id);
    });

    test('keeps the result of a finished run until it is reopened', async () => {
      const { store, reopen, run } = await withRun();
      await store.finish(run, { samples: 3 });
      expect(await store.findRun('out')).toMatchObject({ state: 'finished', result: { samples: 3 } });
      const later = await reopen();
      expect(await later.findRun('out')).toMatchObject({ state: 'finished', result: { samples: 3 } });
      await later.reopen(run);
      const again = await later.findRun('out');
      expect(again).toMatchObject({ id: run, state: 'open' });
      expect(again).not.toHaveProperty('result');
    });

    test('adds up the time of every invocation, in whole milliseconds', async () => {
      const { store, reopen, run } = await withRun();
      await store.addElapsed(run, 10.4);
      await store.addElapsed(run, 20);
      expect((await (await reopen()).findRun('out'))?.elapsedMs).toBe(30);
    });
  });

  describe(`settled units in a store: ${name}`, () => {
    test('gives back the summary and the items, by kind, in the order in which they were given', async () => {
      const { store, reopen, run } = await withRun();
      expect(await store.settled(run, unit)).toBeUndefined();
      const rejected = Array.from({ length: 30 }, (_, index) => ({ index, text: 'ü🙂\u0000' }));
      const accepted = items('accepted', ['first', null, 3]);
      await store.settle(run, settlement({ items: [...items('rejected', rejected), ...accepted] }));
      const read = async (from: Store): Promise<void> => {
        expect(await from.settled(run, unit)).toEqual({ accepted: 1 });
        expect(await from.items(run, unit, 'rejected')).toEqual(rejected);
        expect(await from.items(run, unit, 'accepted')).toEqual(['first', null, 3]);
        expect(await from.items(run, unit, 'pair')).toEqual([]);
      };
      await read(store);
      await read(await reopen());
    });

    test('leaves a settled unit as it is, whatever settles it again', async () => {
      const { store, run } = await withRun();
      await store.settle(run, settlement({ items: items('accepted', ['a']) }));
      const second = settlement({ summary: 'other', retryable: true, items: items('accepted', ['b', 'c']) });
      await Promise.all([store.settle(run, second), store.settle(run, second)]);
      expect(await store.settled(run, unit)).toEqual({ accepted: 1 });
      expect(await store.items(run, unit, 'accepted')).toEqual(['a']);
      expect(await store.forgetFaulted(run)).toBe(0);
    });

    test('settles once what two settle at the same time', async () => {
      const { store, run } = await withRun();
      const bodies = ['a', 'b'];
      await Promise.all(bodies.map((body) => store.settle(run, settlement({ items: items('pair', [body, body]) }))));
      expect(['aa', 'bb']).toContain((await store.items(run, unit, 'pair')).join(''));
    });

    test('keeps apart runs, kinds of units and keys', async () => {
      const { store, run } = await withRun();
      const other = (await store.createRun('elsewhere', {})).id;
      const units: [string, Unit][] = [
        [run, unit],
        [other, unit],
        [run, { ...unit, kind: 'backtranslation' }],
        [run, { ...unit, key: 'strings/other' }],
      ];
      for (const [index, [of, each]] of units.entries()) {
        await store.settle(of, settlement({ unit: each, summary: index, items: items('accepted', [index]) }));
      }
      for (const [index, [of, each]] of units.entries()) {
        expect(await store.settled(of, each)).toBe(index);
        expect(await store.items(of, each, 'accepted')).toEqual([index]);
      }
    });

    test('forgets what a fault left unjudged, with its items, and nothing else', async () => {
      const { store, reopen, run } = await withRun();
      const faulted: Unit = { kind: 'lane', key: 'strings/faulted' };
      const other = (await store.createRun('elsewhere', {})).id;
      await store.settle(run, settlement({ items: items('accepted', ['kept']) }));
      for (const of of [run, other]) {
        const items_ = items('accepted', ['old 1', 'old 2']);
        await store.settle(of, settlement({ unit: faulted, retryable: true, items: items_ }));
      }
      expect(await store.forgetFaulted(run)).toBe(1);
      expect(await store.forgetFaulted(run)).toBe(0);
      const later = await reopen();
      expect(await later.settled(run, faulted)).toBeUndefined();
      expect(await later.items(run, faulted, 'accepted')).toEqual([]);
      expect(await later.items(run, unit, 'accepted')).toEqual(['kept']);
      expect(await later.items(other, faulted, 'accepted')).toEqual(['old 1', 'old 2']);
      await later.settle(run, settlement({ unit: faulted, items: items('accepted', ['new']) }));
      expect(await later.items(run, faulted, 'accepted')).toEqual(['new']);
    });
  });

  describe(`draws in a store: ${name}`, () => {
    test('belong to the directory whose run was the first to draw them', async () => {
      const { store } = await open();
      const [one, other] = [await store.createRun('one', {}), await store.createRun('other', {})];
      expect(await store.claimDraws(one.id, ['a', 'b'])).toEqual(new Set());
      expect(await store.claimDraws(other.id, ['b', 'c'])).toEqual(new Set(['b']));
      expect(await store.claimDraws(one.id, ['a', 'b', 'c'])).toEqual(new Set(['c']));
      await store.releaseDraws(one.id, ['b', 'c']);
      expect(await store.claimDraws(other.id, ['a', 'b', 'c'])).toEqual(new Set(['a']));
      await store.releaseDraws(other.id, ['b']);
      expect(await store.claimDraws(one.id, ['b'])).toEqual(new Set());
      const again = await store.createRun('one', {});
      expect(await store.claimDraws(again.id, ['a', 'b'])).toEqual(new Set());
    });

    test('are claimed however many they are', async () => {
      const { store } = await open();
      const keys = Array.from({ length: 2500 }, (_, index) => `seed/${index}`);
      const [one, other] = [await store.createRun('one', {}), await store.createRun('other', {})];
      await store.claimDraws(one.id, keys);
      expect(await store.claimDraws(other.id, [...keys, 'new'])).toEqual(new Set(keys));
      expect(await store.claimDraws(other.id, [])).toEqual(new Set());
    });
  });

  describe(`verdicts in a store: ${name}`, () => {
    test('are kept by their key, the first one for ever', async () => {
      const { store, reopen } = await open();
      expect(await store.verdict('k')).toBeUndefined();
      await store.putVerdict('k', { kind: 'accepted' });
      await store.putVerdict('k', { kind: 'refuted' });
      await store.putVerdict('other', { kind: 'tampered' });
      expect(await store.verdict('k')).toEqual({ kind: 'accepted' });
      expect(await (await reopen()).verdict('other')).toEqual({ kind: 'tampered' });
    });
  });

  describe(`requests counted in a store: ${name}`, () => {
    test('are none for a new run', async () => {
      const { store, run } = await withRun();
      expect(await store.requestCounts(run)).toEqual(noRequests);
    });

    test('are counted with what they used and cost, over all invocations of a run', async () => {
      const { store, reopen, run } = await withRun();
      const price = ({ promptTokens }: LlmReply['usage']): number => promptTokens / 1e6;
      const cache = store.replies(run, price);
      await Promise.all(['a', 'b', 'c'].map((key) => cache.begin(key)));
      await Promise.all(['a', 'b'].map((key) => cache.put(key, reply)));
      const later = await reopen();
      await later.replies(run, price).begin('c');
      await later.replies(run, price).put('c', reply);
      await later.countStored(run, 2);
      await later.countStored(run, 3);
      const counts = await later.requestCounts(run);
      expect(counts).toMatchObject({ sent: 4, stored: 5, repeated: 1, promptTokens: 3000, completionTokens: 30 });
      expect(counts.costUsd).toBeCloseTo(0.003, 9);
    });

    test('are counted as sent again, not as repeated, after they ended without a reply', async () => {
      const { store, run } = await withRun();
      const cache = store.replies(run, free);
      await cache.begin('a');
      await cache.withdraw('a');
      await cache.begin('a');
      expect(await store.requestCounts(run)).toMatchObject({ sent: 2, repeated: 0 });
    });

    test('are counted for one run, while the replies are shared by all', async () => {
      const { store, run } = await withRun();
      const other = (await store.createRun('elsewhere', {})).id;
      const cache = store.replies(run, () => 1);
      await cache.begin('a');
      await cache.put('a', reply);
      expect(await store.replies(other, free).get('a')).toEqual(reply);
      expect(await store.requestCounts(other)).toEqual(noRequests);
      expect(await store.requestCounts(run)).toMatchObject({ sent: 1, costUsd: 1 });
    });
  });

  describe(`batches under way in a store: ${name}`, () => {
    const batch: PendingBatch = { hash: 'h', endpoint: 'e', keys: ['a', 'b'], at: 1_700_000_000_000 };

    test('are found by their endpoint with what is known of them, also later', async () => {
      const { store, reopen } = await open();
      const journal = store.batches();
      await journal.open({ ...batch, hash: 'later', at: batch.at + 1 });
      await journal.open(batch);
      await journal.open({ ...batch, hash: 'elsewhere', endpoint: 'other' });
      expect(await journal.pending('e')).toEqual([batch, { ...batch, hash: 'later', at: batch.at + 1 }]);
      await journal.update('h', { inputFile: 'file-1' });
      await journal.update('h', { id: 'batch-1' });
      await journal.update('h', { keys: ['b'] });
      const known = { ...batch, keys: ['b'], inputFile: 'file-1', id: 'batch-1' };
      expect((await (await reopen()).batches().pending('e'))[0]).toEqual(known);
    });

    test('are forgotten when they are closed', async () => {
      const { store } = await open();
      await store.batches().open(batch);
      await store.batches().close('h');
      expect(await store.batches().pending('e')).toEqual([]);
    });

    test('are forgotten once each of their requests has its stored reply, and not before', async () => {
      const { store, reopen, run } = await withRun();
      const cache = store.replies(run, free);
      await store.batches().open(batch);
      await Promise.all([cache.begin('a'), cache.begin('b')]);
      await cache.put('a', reply);
      expect(await store.batches().pending('e')).toEqual([batch]);
      await cache.put('b', reply);
      expect(await store.batches().pending('e')).toEqual([]);
      expect(await (await reopen()).batches().pending('e')).toEqual([]);
    });
  });

  describe(`a store as a whole: ${name}`, () => {
    test('takes many writes at once, and keeps those still under way when it is closed', async () => {
      const { store, reopen, run } = await withRun();
      const keys = Array.from({ length: 200 }, (_, index) => `seed-${index}`);
      const writes = keys.map((key) =>
        store.settle(run, settlement({ unit: { kind: 'lane', key }, items: items('accepted', [key]) })),
      );
      const later = await reopen();
      await Promise.all(writes);
      const found = keys.map(async (key) => await later.items(run, { kind: 'lane', key }, 'accepted'));
      expect((await Promise.all(found)).flat()).toEqual(keys);
    });
  });
}
