import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { root, tempFolder, winnow, winnowDone, type TempFolder } from '../helpers.ts';
import { addingRow, readRows, slowRows, writeRows } from './rows.ts';

let folder: TempFolder;

beforeAll(() => {
  folder = tempFolder();
});

afterAll(() => folder[Symbol.dispose]());

/** Runs a line of shell in which `winnow` stands for the command. */
async function shell(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const winnowCommand = `"${process.execPath}" "${join(root, 'src/cli/main.ts')}"`;
  const options = { cwd: folder.path, env: { PATH: process.env['PATH'] ?? '' }, maxBuffer: 1e8 };
  try {
    const done = await promisify(execFile)(
      '/bin/bash',
      ['--norc', '-c', line.replaceAll('winnow', winnowCommand)],
      options,
    );
    return { code: 0, ...done };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

const rows = [
  addingRow('right', { difficulty: 3 }),
  addingRow('wrong', { solution: 'export const add = (a: number, b: number): number => a - b;' }),
  addingRow('ill-typed', { solution: 'export const add = (a: number, b: number): number => `${a + b}`;' }),
  addingRow('unparsable', { solution: 'export const add = (' }),
  addingRow('endless', { solution: 'for (;;);\nexport const add = (a: number, b: number): number => a + b;' }),
  addingRow('plain', { solution: 'export const add = (a, b) => a + b;', language: undefined }),
];
const kinds = ['accepted', 'refuted', 'ill-typed', 'malformed', 'stopped', 'accepted'];

describe.concurrent('winnow check --input --output', { timeout: 60_000 }, () => {
  test('writes a row for each row, in order, and sums them up', async ({ expect }) => {
    const input = writeRows(folder.file('rows.jsonl'), rows);
    const output = folder.file('verdicts.jsonl');
    const args = ['check', '--input', input, '--output', output, '--timeout-ms', '300', '--json'];
    const { stdout, stderr } = await winnowDone(args);
    const judged = readRows(readFileSync(output, 'utf8'));
    expect(judged.map(({ id, verdict }) => [id, verdict?.kind])).toEqual(
      rows.map((row, index) => [(row as { id: string }).id, kinds[index]]),
    );
    expect(judged[0]).toMatchObject({ tests: [{ name: 'adds', outcome: 'passed' }], extra: { difficulty: 3 } });
    expect(judged[1]?.verdict?.['by']).toMatchObject({ message: expect.stringContaining('expected -1 to be 3') });
    expect(judged[2]?.verdict).toMatchObject({ side: 'solution', diagnostics: [{ line: 1, code: 2322 }] });
    expect(judged[4]?.verdict).toMatchObject({ limit: 'cpu' });
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 6,
      verdicts: { accepted: 2, refuted: 1, 'ill-typed': 1, malformed: 1, stopped: 1 },
      faults: {},
      skipped_lines: 0,
      resumed_rows: 0,
    });
    expect(stderr).not.toContain('winnow:');
    const again = await winnowDone([...args, '--resume']);
    expect(JSON.parse(again.stdout)).toMatchObject({ rows: 6, resumed_rows: 6 });
  });

  test('reads standard input and writes standard output, and nothing else there', async ({ expect }) => {
    writeRows(folder.file('some.jsonl'), rows.slice(0, 2));
    const { code, stdout, stderr } = await shell('cat some.jsonl | winnow check --input - --output -');
    expect(code).toBe(0);
    expect(readRows(stdout).map(({ id }) => id)).toEqual(['right', 'wrong']);
    expect(stderr).toContain('1 accepted, 1 refuted');
  });

  test('reads and writes .zst', async ({ expect }) => {
    const [input, output] = [folder.file('rows.jsonl.zst'), folder.file('verdicts.jsonl.zst')];
    const frames = rows.slice(0, 2).map((row) => zstdCompressSync(`${JSON.stringify(row)}\n`));
    writeFileSync(input, Buffer.concat(frames));
    await winnowDone(['check', '--input', input, '--output', output]);
    const judged = readRows(zstdDecompressSync(readFileSync(output)).toString());
    expect(judged.map(({ id }) => id)).toEqual(['right', 'wrong']);
  });

  test('ends with 2 at a bad line, keeps what was judged, and goes on when it is mended', async ({ expect }) => {
    const [input, output] = [folder.file('bad.jsonl'), folder.file('bad.out.jsonl')];
    const args = ['check', '--input', input, '--output', output, '--types', 'off'];
    writeFileSync(input, `${JSON.stringify(rows[0])}\r\n\n{"id": "no-tests", "solution": ""}\n`);
    const { code, stdout, stderr } = await winnow(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${input}:3: tests is missing`);
    expect(existsSync(output)).toBe(false);
    const skipping = await winnowDone([...args, '--skip-bad-lines', '--resume', '--json']);
    expect(JSON.parse(skipping.stdout)).toMatchObject({ rows: 1, skipped_lines: 1, resumed_rows: 1 });
  });

  test('has no standard output for two things', async ({ expect }) => {
    const { code, stderr } = await winnow(['check', '--input', 'x', '--output', '-', '--json']);
    expect(code).toBe(2);
    expect(stderr).toContain('both want standard output');
  });

  test('refuses a line of 200 MB, and goes on after it', async ({ expect }) => {
    const rest = 'head -c 200000000 /dev/zero; echo; cat one.jsonl';
    writeRows(folder.file('one.jsonl'), [rows[0] ?? {}]);
    const check = 'winnow check --types off --input - --output huge.out.jsonl';
    expect(await shell(`(${rest}) | ${check}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('<stdin>:1: the line is longer than 32 MB') as string,
    });
    const { code, stdout } = await shell(`(${rest}) | ${check} --skip-bad-lines --json`);
    expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, rows: 1, skipped_lines: 1 });
  });

  test('says that the disk is full, as a file and as standard output', async ({ expect }) => {
    writeRows(folder.file('full.jsonl'), rows.slice(0, 1));
    for (const output of ['/dev/full', '- > /dev/full']) {
      const { code, stderr } = await shell(`winnow check --types off --input full.jsonl --output ${output}`);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^winnow: The disk is full: .*\n$/u);
    }
  });

  test('ends quietly when nobody reads its output any more', async ({ expect }) => {
    writeRows(folder.file('many.jsonl'), slowRows(200, 1e6));
    const line = 'winnow check --input many.jsonl --output - | head -n 1; exit "${PIPESTATUS[0]}"';
    const { code, stdout, stderr } = await shell(line);
    expect(readRows(stdout)).toMatchObject([{ id: 'row-0', verdict: { kind: 'accepted' } }]);
    expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
  });
});
