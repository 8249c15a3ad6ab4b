import { describe, expect, test } from 'vitest';
import { pushToHub, type PushOptions } from '../../../../src/export/push/hub.ts';
import { rejection } from '../../support/thrown.ts';
import { largeBytes, startFakeHub, type FakeHub } from './fake-hub.ts';

const token = 'hf_secretsecretsecret';
const large = Buffer.from(Array.from({ length: 3 * largeBytes }, (_, index) => index % 251));

function optionsFor(hub: FakeHub, more: Partial<PushOptions> = {}): PushOptions {
  return {
    repository: 'me/pairs',
    isPrivate: false,
    hubUrl: hub.url,
    token,
    title: 'Export',
    files: [
      { path: 'README.md', content: new Blob(['# Card ü\n']) },
      { path: 'data/train-00000-of-00001.parquet', content: new Blob([large]) },
    ],
    signal: new AbortController().signal,
    onNotice: () => {},
    baseMs: 1,
    ...more,
  };
}

describe('pushToHub', () => {
  test('makes the repository, and commits every byte at once', async () => {
    const hub = await startFakeHub();
    expect(await pushToHub(optionsFor(hub))).toEqual({ commit: 'c0ffee1' });
    expect(hub.created).toEqual([{ name: 'me/pairs', visibility: 'public' }]);
    const files = hub.repositories.get('me/pairs');
    expect(files?.get('README.md')?.toString()).toBe('# Card ü\n');
    expect(files?.get('data/train-00000-of-00001.parquet')).toEqual(large);
    expect(hub.commits).toEqual(['Export']);
    expect(hub.tokens).toEqual(new Set([`Bearer ${token}`]));
  });

  test('makes a private repository where it is asked to', async () => {
    const hub = await startFakeHub();
    await pushToHub(optionsFor(hub, { isPrivate: true }));
    expect(hub.created).toEqual([{ name: 'me/pairs', visibility: 'private' }]);
  });

  test('takes a repository that there is, and sends nothing large twice', async () => {
    const hub = await startFakeHub();
    await pushToHub(optionsFor(hub));
    expect(await pushToHub(optionsFor(hub, { hubUrl: `${hub.url}/` }))).toEqual({ commit: 'c0ffee2' });
    expect(hub.created).toHaveLength(1);
    expect(hub.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test('takes away what is stale, in the same commit, and nothing that comes again', async () => {
    const hub = await startFakeHub();
    await pushToHub(optionsFor(hub));
    const [card] = optionsFor(hub).files;
    const files = card ? [card] : [];
    const kept = await pushToHub(optionsFor(hub, { files }));
    expect(hub.repositories.get('me/pairs')?.size).toBe(2);
    await pushToHub(optionsFor(hub, { files, isStale: () => true }));
    expect([...(hub.repositories.get('me/pairs')?.keys() ?? [])]).toEqual(['README.md']);
    expect([kept.commit, hub.commits.length]).toEqual(['c0ffee2', 3]);
  });

  test('takes a repository that somebody else made meanwhile', async () => {
    const hub = await startFakeHub();
    hub.failures.push({ at: 'GET /api/datasets/me/pairs', status: 404 }, { at: 'repos/create', status: 409 });
    hub.repositories.set('me/pairs', new Map());
    expect(await pushToHub(optionsFor(hub))).toEqual({ commit: 'c0ffee1' });
  });

  test.each(['GET /api/datasets', 'repos/create', 'preupload', 'objects/batch', 'PUT /upload', 'commit/main'])(
    'sends %s again after a passing fault, and says so',
    async (at) => {
      const hub = await startFakeHub();
      hub.failures.push({ at, status: 503 }, { at, status: 429 });
      const notices: string[] = [];
      await pushToHub(optionsFor(hub, { onNotice: (notice) => void notices.push(notice) }));
      expect(hub.repositories.get('me/pairs')?.get('data/train-00000-of-00001.parquet')).toEqual(large);
      expect(notices).toEqual(['The hub answered 503; trying again.', 'The hub answered 429; trying again.']);
    },
  );

  test('gives up in the end, and says that the datasets are still there', async () => {
    const hub = await startFakeHub();
    hub.failures.push(
      ...Array.from({ length: 3 }, () => ({ at: 'commit/main', status: 500, body: { error: 'broken' } })),
    );
    const error = await rejection(pushToHub(optionsFor(hub, { attempts: 3 })));
    expect([error.code, error.exit]).toEqual(['push-failed', 2]);
    expect(error.message).toMatch(/me\/pairs could not be pushed: broken.*pushes them again/u);
    expect(hub.requests.filter((request) => request.includes('/commit/'))).toHaveLength(3);
  });

  test('does not try again what will not be taken, and never shows the token', async () => {
    const hub = await startFakeHub();
    hub.failures.push({ at: 'preupload', status: 403, body: { error: `the token ${token} may only read` } });
    const error = await rejection(pushToHub(optionsFor(hub)));
    expect(error.code).toBe('hub-refused');
    expect(error.message).toContain('the token … may only read');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(token);
    expect(hub.requests.filter((request) => request.includes('preupload'))).toHaveLength(1);
    expect(hub.commits).toEqual([]);
  });

  test('says so where there is no hub', async () => {
    const error = await rejection(
      pushToHub(optionsFor({ ...(await startFakeHub()), url: 'http://127.0.0.1:1' }, { attempts: 2 })),
    );
    expect(error.code).toBe('push-failed');
  });

  test('ends with the reason when it is told to stop', async () => {
    const hub = await startFakeHub();
    const stopping = new AbortController();
    hub.failures.push({ at: 'preupload', status: 503, headers: { 'retry-after': '60' } });
    const pushing = pushToHub(
      optionsFor(hub, { signal: stopping.signal, onNotice: () => stopping.abort(new Error('enough')) }),
    );
    await expect(pushing).rejects.toThrow('enough');
    expect(hub.commits).toEqual([]);
  });
});
