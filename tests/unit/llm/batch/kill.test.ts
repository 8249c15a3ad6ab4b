import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedStore } from '../../../../src/store/embedded.ts';
import { startChild } from '../../support/child.ts';
import { tempDir } from '../helpers.ts';
import { batchServer } from './helpers.ts';

const count = 20;
const script = new URL('batching-child.ts', import.meta.url);
const replies = Array.from({ length: count }, (_, sample) => `Reply ${sample}`);

async function killAt(moment: string, args: readonly string[]): Promise<void> {
  const child = startChild(script, [...args, moment]);
  for await (const line of child.lines) {
    expect(line).toBe(moment);
    await child.kill();
  }
}

async function finish(args: readonly string[]): Promise<unknown> {
  const child = startChild(script, args);
  for await (const line of child.lines) if (line.startsWith('done ')) return JSON.parse(line.slice(5));
  throw new Error('the child ended without its replies');
}

test.each(['opened', 'uploaded', 'created', 'noted', 'answered'])(
  'a kill once a batch is %s makes no second batch of its requests',
  async (moment) => {
    const server = await batchServer(count, { delayMs: 200 });
    const file = join(tempDir(), 'run.db');
    const args = [server.url, file, String(count)];
    await killAt(moment, args);
    expect(await finish(args)).toEqual(replies);
    expect(await server.batches()).toHaveLength(1);
    expect(server.answered()).toHaveLength(count);
    const store = openEmbeddedStore(file);
    expect(await store.batches().pending('offline')).toEqual([]);
    const run = (await store.findRun('out'))?.id ?? '';
    expect(await store.requestCounts(run)).toMatchObject({ sent: count, repeated: 0 });
    await store.close();
  },
);

test('kills one after the other make no second batch either', async () => {
  const server = await batchServer(count, { delayMs: 100 });
  const args = [server.url, join(tempDir(), 'run.db'), String(count)];
  await killAt('created', args);
  await killAt('created', args);
  await killAt('answered', args);
  expect(await finish(args)).toEqual(replies);
  expect(await server.batches()).toHaveLength(1);
});
