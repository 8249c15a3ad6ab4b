import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedStore } from '../../../src/store/embedded.ts';
import { startChild } from '../support/child.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Lets a process write until it has acknowledged so many writes, kills it, and gives all that it acknowledged. */
async function writeUntilKilled(file: string, first: number, acknowledged: number): Promise<string[]> {
  const child = startChild(new URL('writing-child.ts', import.meta.url), [file, String(first)]);
  const lines: string[] = [];
  for await (const line of child.lines) {
    // What is still in the pipe when the child dies was acknowledged too.
    if (lines.push(line) === acknowledged) await child.kill();
  }
  return lines;
}

test('kill -9 in the midst of writes loses nothing that was acknowledged, and leaves nothing half done', async () => {
  const file = join(tempDir(), 'run.db');
  const lines: string[] = [];
  for (const [index, count] of [1, 60, 300].entries()) lines.push(...(await writeUntilKilled(file, index, count)));
  expect(lines.length).toBeGreaterThanOrEqual(361);
  const store = openEmbeddedStore(file);
  const run = (await store.findRun('out'))?.id ?? '';
  const replies = store.replies(run, () => 0);
  for (const line of lines) {
    const [kind, key = ''] = line.split(' ');
    if (kind === 'reply') expect((await replies.get(key))?.content, line).toBe(key.repeat(50));
    else if (kind === 'verdict') expect(await store.verdict(key), line).toEqual({ kind: key });
    else expect(await store.settled(run, { kind: 'lane', key }), line).toBe(key);
  }
  const units = lines.filter((line) => line.startsWith('unit')).map((line) => line.split(' ')[1] ?? '');
  for (const key of units) {
    const items = await store.items(run, { kind: 'lane', key }, 'accepted');
    expect(items, key).toEqual([0, 1, 2, 3, 4].map((position) => [key, position]));
  }
  const counts = await store.requestCounts(run);
  expect(counts.promptTokens).toBeGreaterThanOrEqual(lines.filter((line) => line.startsWith('reply')).length);
  expect(counts.sent - counts.promptTokens).toBeLessThanOrEqual(3 * 8);
  expect(counts.repeated).toBe(0);
  await store.close();
});
