import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync, zstdCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { WinnowError } from '../../../src/core/error.ts';
import { Stop } from '../../../src/pipeline/stop.ts';
import { tempDir } from '../support/temp-dir.ts';
import { rejection } from '../support/thrown.ts';
import { check, rowLine, rowsOf } from './check-helpers.ts';
import { stubJudge } from './stub-judge.ts';

let folder: string;
let input: string;
let output: string;

beforeEach(() => {
  folder = tempDir();
  input = join(folder, 'rows.jsonl');
  output = join(folder, 'out', 'verdicts.jsonl');
});

function write(...lines: readonly string[]): void {
  writeFileSync(input, lines.map((line) => `${line}\n`).join(''));
}

describe('checkFile', () => {
  test('writes a row for each row, in order, and counts them', async () => {
    write(rowLine('a'), rowLine('b', 'fail', { topic: 'x' }), '', rowLine('c', 'fault', { topic: 'y' }));
    const { result } = await check(input, output);
    const failure = { name: 'a test', outcome: 'failed', message: 'no' };
    expect(rowsOf(output)).toEqual([
      { id: 'a', verdict: { kind: 'accepted' }, tests: [{ name: 'a test', outcome: 'passed' }], duration_ms: 0 },
      {
        id: 'b',
        verdict: { kind: 'refuted', by: failure, failed: 1, total: 1 },
        tests: [failure],
        duration_ms: 0,
        extra: { topic: 'x' },
      },
      {
        id: 'c',
        fault: { boundary: 'sandbox', code: 'child-killed', message: 'killed' },
        duration_ms: 0,
        extra: { topic: 'y' },
      },
    ]);
    expect(result).toEqual({
      counts: { rows: 3, verdicts: { accepted: 1, refuted: 1 }, faults: { 'child-killed': 1 }, skippedLines: 0 },
      resumedRows: 0,
    });
    expect(readdirSync(join(output, '..'))).toEqual(['verdicts.jsonl']);
  });

  test('makes an empty file from an empty one', async () => {
    write();
    expect((await check(input, output)).result.counts.rows).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe('');
  });

  test('reads and writes .zst, in one frame', async () => {
    const [zstIn, zstOut] = [`${input}.zst`, `${output}.zst`];
    writeFileSync(zstIn, Buffer.concat(['a', 'b'].map((id) => zstdCompressSync(`${rowLine(id)}\n`))));
    await check(zstIn, zstOut);
    expect(
      zstdDecompressSync(readFileSync(zstOut))
        .toString()
        .match(/^\{"id":"[ab]"/gmu),
    ).toHaveLength(2);
    expect(readdirSync(join(output, '..'))).toEqual(['verdicts.jsonl.zst']);
  });

  test('names the file and the line of what is no row, and keeps what was judged before it', async () => {
    write(rowLine('a'), '', '{"id": 1}', rowLine('b'));
    const error = await rejection(check(input, output));
    expect(error).toMatchObject({ code: 'bad-line', exit: 2 });
    expect(error.message).toMatch(
      /rows\.jsonl:3: solution is missing; tests is missing\n.*--resume.*--skip-bad-lines/u,
    );
    expect(existsSync(output)).toBe(false);
    expect(rowsOf(`${output}.partial`)).toMatchObject([{ id: 'a' }]);

    write(rowLine('a'), '', rowLine('mended'), rowLine('b'));
    const { examined } = await check(input, output, { resume: true });
    expect(examined).toEqual(['solution mended', 'solution b']);
    expect(rowsOf(output)).toMatchObject([{ id: 'a' }, { id: 'mended' }, { id: 'b' }]);
  });

  test('skips and counts bad lines where it is told to, and does not name too many', async () => {
    write(rowLine('a'), ...Array.from({ length: 30 }, () => '{'), rowLine('b'));
    const { result, notices } = await check(input, output, { skipsBadLines: true });
    expect(result.counts).toMatchObject({ rows: 2, skippedLines: 30 });
    expect(notices[0]).toMatch(/rows\.jsonl:2: not valid JSON: .* \(skipped\)$/u);
    expect(notices).toHaveLength(11);
  });

  test('says once that it does not know a style', async () => {
    write(...['a', 'b'].map((id) => rowLine(id, 'pass', { test_style: 'assert (ESM import)' })));
    const { notices } = await check(input, output);
    expect(notices).toEqual(["test_style 'assert (ESM import)' is none of Winnow's: the style is detected"]);
  });

  test('replaces a finished file only when the new one is complete', async () => {
    write(rowLine('a'));
    await check(input, output);
    write(rowLine('new'), 'bad');
    await rejection(check(input, output));
    expect(rowsOf(output)).toMatchObject([{ id: 'a' }]);
    write(rowLine('new'));
    await check(input, output);
    expect(rowsOf(output)).toMatchObject([{ id: 'new' }]);
  });

  test('refuses to write over its input', async () => {
    write(rowLine('a'));
    expect(await rejection(check(input, input))).toMatchObject({ code: 'same-file', exit: 2 });
    linkSync(input, join(folder, 'link.partial'));
    expect(await rejection(check(input, join(folder, 'link')))).toMatchObject({ code: 'same-file' });
    expect(readFileSync(input, 'utf8')).toContain('solution a');
  });

  test.each([
    ['none.jsonl', 'out.jsonl', 'there is no such file'],
    ['.', 'out.jsonl', 'it is a directory'],
    ['rows.jsonl', 'folder', 'Choose another place with --output'],
    ['rows.jsonl', 'rows.jsonl/out.jsonl', 'Choose another place with --output'],
    ['rows.jsonl', '/dev/full', 'The disk is full'],
  ])('from %s to %s is refused', async (from, to, says) => {
    write(rowLine('a'));
    mkdirSync(join(folder, 'folder'));
    const path = to.startsWith('/') ? to : join(folder, to);
    const error = await rejection(check(join(folder, from), path));
    expect(error).toMatchObject({ exit: 2, message: expect.stringContaining(says) as string });
  });

  test('finishes what is under way when it is to stop, begins nothing more, and can go on', async () => {
    write(...Array.from({ length: 500 }, (_, index) => rowLine(String(index))));
    const stop = new Stop();
    const judge = stubJudge();
    const reason = new WinnowError('enough', { code: 'interrupted', exit: 130 });
    judge.onBegin = (before) => {
      if (before === 100) stop.request(reason);
    };
    expect(await rejection(check(input, output, { stop, open: judge.open }))).toBe(reason);
    const saved = rowsOf(`${output}.partial`).length;
    expect(saved).toBeGreaterThanOrEqual(100 - 64);
    expect(saved).toBeLessThanOrEqual(judge.examined.length);
    const { result, examined } = await check(input, output, { resume: true });
    expect(result).toMatchObject({ counts: { rows: 500 }, resumedRows: saved });
    expect(examined).toHaveLength(500 - saved);
    expect(rowsOf(output).map((row) => (row as { id: string }).id)).toEqual(
      Array.from({ length: 500 }, (_, n) => `${n}`),
    );
  });

  test('fails with an error of its machinery as it is', async () => {
    write(rowLine('a'));
    const broken = async (): Promise<never> => {
      throw new Error('no sandbox');
    };
    await expect(check(input, output, { open: broken })).rejects.toThrow('no sandbox');
  });
});
