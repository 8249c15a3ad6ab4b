import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRequestLog, readLog } from '../../../../src/llm/offline/request-log.ts';
import { clientOf, label, offline, repliesDir, requestFor, tempDir } from '../helpers.ts';

const repeated = (file: string) => readLog(file).map((line) => line.repeated);

describe('the request log', () => {
  test('has a line for each request, before it is answered', async () => {
    const logFile = join(tempDir(), 'log.jsonl');
    const { url } = await offline({ logFile, faults: { stall: 1 } });
    void clientOf(url).complete(requestFor());
    const logged = [{ label, status: 200, fault: 'stall', repeated: false }];
    await expect.poll(() => readLog(logFile), { timeout: 20_000 }).toMatchObject(logged);
  });

  test('calls a request repeated whose answer was sent before, also by an earlier server', async () => {
    const logFile = join(tempDir(), 'log.jsonl');
    const dir = repliesDir();
    for (let server = 0; server < 2; server += 1) {
      const { url } = await offline({ logFile, repliesDir: dir });
      await clientOf(url).complete(requestFor());
      await clientOf(url).complete(requestFor({ label: { ...label, sample: 9 } }));
    }
    expect(readLog(logFile).map(({ status }) => status)).toEqual([200, 404, 200, 404]);
    expect(repeated(logFile)).toEqual([false, false, true, false]);
  });

  test('does not call an attempt after a fault repeated', () => {
    const file = join(tempDir(), 'log.jsonl');
    const log = openRequestLog(file);
    log.add({ label, status: 429, fault: '429' });
    log.add({ label, status: 200, fault: 'garbage' });
    log.add({ label, status: 200 });
    log.add({ label, status: 200 });
    expect(repeated(file)).toEqual([false, false, false, true]);
  });

  test('is read without a last line that was cut short', () => {
    const file = join(tempDir(), 'log.jsonl');
    openRequestLog(file).add({ label, status: 200 });
    appendFileSync(file, '{"at":"20');
    expect(repeated(file)).toEqual([false]);
  });

  test('needs no file', () => {
    expect(() => openRequestLog(undefined).add({ label, status: 200 })).not.toThrow();
  });
});
