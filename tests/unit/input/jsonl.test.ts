import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openBytes } from '../../../src/input/byte-source.ts';
import { digestOf, maxLineMb, parseLine, readLines } from '../../../src/input/jsonl.ts';
import type { Line } from '../../../src/input/line-splitter.ts';
import { collect } from '../support/collect.ts';
import { tempDir, tempFile } from '../support/temp-dir.ts';
import { rejection } from '../support/thrown.ts';

const never = new AbortController().signal;

async function linesOf(path: string, signal: AbortSignal = never): Promise<Line[]> {
  using source = await openBytes(path);
  return await collect(readLines(source, signal));
}

function line(bytes: Buffer | undefined, number = 2): Line {
  return { number, bytes };
}

describe('readLines', () => {
  test('reads a file line by line, and counts empty lines without giving them', async () => {
    const lines = await linesOf(tempFile('rows.jsonl', '\n{"a": 1}\r\n  \t\r\n\n2'));
    expect(lines.map(({ number, bytes }) => [number, String(bytes)])).toEqual([
      [2, '{"a": 1}'],
      [5, '2'],
    ]);
  });

  test('decompresses what is called .zst, all frames of it', async () => {
    const path = join(tempDir(), 'rows.jsonl.zst');
    writeFileSync(path, Buffer.concat([zstdCompressSync('1\n2'), zstdCompressSync('3\n4\n')]));
    expect((await linesOf(path)).map(({ bytes }) => String(bytes))).toEqual(['1', '23', '4']);
  });

  test('reads a named pipe, and does not wait for it when it is to end', async () => {
    const path = join(tempDir(), 'pipe');
    execFileSync('mkfifo', [path]);
    const writing = open(path, 'w');
    const source = await openBytes(path);
    const writer = await writing;
    await writer.write('1\n2\n');
    const ending = new AbortController();
    const lines = readLines(source, ending.signal);
    expect([await lines.next(), await lines.next()].map(({ value }) => String((value as Line).bytes))).toEqual([
      '1',
      '2',
    ]);
    const reason = new Error('enough');
    const third = expect(lines.next()).rejects.toBe(reason);
    ending.abort(reason);
    await third;
    await writer.close();
  });

  test('says why a file cannot be read', async () => {
    const folder = tempDir();
    expect((await rejection(linesOf(join(folder, 'none')))).message).toMatch(/input .*none: there is no such file/u);
    expect((await rejection(linesOf(folder))).message).toContain('it is a directory');
    const zst = join(folder, 'rows.zst');
    writeFileSync(zst, zstdCompressSync('x'.repeat(100)).subarray(0, -3));
    expect(await rejection(linesOf(zst))).toMatchObject({ exit: 2, message: expect.stringContaining('in the middle') });
    writeFileSync(zst, 'plain');
    expect((await rejection(linesOf(zst))).message).toContain('rows.zst: it is not compressed with zstd');
  });

  test('gives a line up that is far too long, holding no more than its limit', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const source = {
      name: 'huge',
      async *bytes() {
        for (let mb = 0; mb < 200; mb += 1) yield chunk;
        yield Buffer.from('\n{}');
      },
      [Symbol.dispose]: () => {},
    };
    const before = process.memoryUsage().arrayBuffers;
    const numbers: number[] = [];
    for await (const found of readLines(source, never)) {
      numbers.push(found.number);
      expect(found.bytes === undefined).toBe(found.number === 1);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 * maxLineMb * 1024 * 1024);
    }
    expect(numbers).toEqual([1, 2]);
  });

  test('ends with the signal’s reason while it waits', async () => {
    if (!existsSync('/dev/zero')) return;
    const reason = new Error('enough');
    await expect(linesOf('/dev/zero', AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('parseLine', () => {
  test('reads JSON, and a byte order mark before the first line', () => {
    expect(parseLine(line(Buffer.from('\uFEFF[1]'), 1))).toEqual({ ok: true, value: [1] });
    expect(parseLine(line(Buffer.from('\uFEFF[1]'), 2))).toMatchObject({ ok: false });
  });

  test.each([
    [Buffer.from('{"a": '), /^not valid JSON: /u],
    [Buffer.from([0x22, 0xff, 0x22]), /^it is not UTF-8$/u],
    [undefined, /^the line is longer than 32 MB$/u],
  ])('says what is wrong with %s', (bytes, says) => {
    expect(parseLine(line(bytes))).toEqual({ ok: false, problem: expect.stringMatching(says) as string });
  });
});

test('lines have the same digest when they say the same', () => {
  expect(digestOf(line(Buffer.from('a'), 1))).toBe(digestOf(line(Buffer.from('a'), 9)));
  expect(digestOf(line(Buffer.from('a')))).not.toBe(digestOf(line(Buffer.from('b'))));
});
