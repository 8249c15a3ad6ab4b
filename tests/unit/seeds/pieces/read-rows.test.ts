import { zstdCompressSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPieceRows } from '../../../../src/seeds/pieces/read-rows.ts';
import { tempDir, tempFile } from '../../support/temp-dir.ts';

const add = 'export const add = (a: number, b: number): number => a + b;\n';
const two = `${add}export const sub = (a: number, b: number): number => a - b;\n`;
const row = (more: object): object => ({ id: 'add', code: add, ...more });
const fileOf = (...rows: readonly (object | string)[]): string =>
  tempFile('rows.jsonl', rows.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'));
const strict = { skipsBadLines: false };

describe('readPieceRows', () => {
  test('reads a row with all that it says', async () => {
    const given = { tests: 'T', language: 'js', entry_point: 'sub', path: 'lib/a.js', licence: 'MIT', stars: 3 };
    const { pieces } = await readPieceRows(fileOf(row({ id: 'A b', code: two, ...given })), strict);
    expect(pieces).toMatchObject([
      {
        entryPoint: 'sub',
        tests: 'T',
        signature: 'export function sub(a: number, b: number): number;',
        extra: { stars: 3 },
        seed: {
          id: expect.stringMatching(/^code\/a-b-[\da-f]{8}$/u) as string,
          language: 'js',
          path: 'lib/a.js',
          licence: 'MIT',
        },
      },
    ]);
  });

  test('takes plain ids as they are, and the line for the path', async () => {
    const { pieces } = await readPieceRows(fileOf('', row({}), row({ id: 7, license: 'ISC' })), strict);
    expect(pieces.map(({ seed }) => [seed.id, seed.path, seed.licence])).toEqual([
      ['code/add', 'rows.jsonl:2', undefined],
      ['code/7', 'rows.jsonl:3', 'ISC'],
    ]);
    expect(pieces[0]).not.toHaveProperty('extra');
  });

  test('has tests import the solution, whatever the file was called', async () => {
    const tests = (from: string): string => `import { add } from '${from}';\nadd(1, 2);\n`;
    const { pieces } = await readPieceRows(
      fileOf(
        row({ tests: tests('../lib/add.ts') }),
        row({ id: 2, tests: tests('./solution') }),
        row({ id: 3, tests: 'add(1)' }),
      ),
      strict,
    );
    expect(pieces.map((piece) => piece.tests)).toEqual([tests('./solution'), tests('./solution'), 'add(1)']);
  });

  test('reads zstd', async () => {
    const file = join(tempDir(), 'rows.jsonl.zst');
    writeFileSync(file, zstdCompressSync(JSON.stringify(row({}))));
    expect((await readPieceRows(file, strict)).pieces).toHaveLength(1);
  });

  test.each([
    ['no JSON', '{', /:2: not valid JSON/u],
    ['no object', '[]', /:2: a row must be a JSON object/u],
    ['no code', { id: 1 }, /:2: code must be a string/u],
    ['no id', { code: add }, /:2: id must be a string or a number/u],
    ['a language that is not known', row({ id: 2, language: 'rust' }), /:2: language must be 'ts' or 'js'/u],
    ['several entry points', row({ id: 2, code: two }), /:2: .*\(add, sub\): name one under entry_point/u],
    ['an entry point that is not there', row({ id: 2, entry_point: 'mul' }), /:2: .*no function or class mul/u],
    ['nothing to call', row({ id: 2, code: 'export const a = 1;' }), /:2: .*no function or class at its top level/u],
    ['an id again', row({}), /:2: its id is that of .*rows\.jsonl:1 already/u],
  ])('ends at a line with %s, or skips it', async (_what, line, problem) => {
    const file = fileOf(row({}), line);
    await expect(readPieceRows(file, strict)).rejects.toMatchObject({
      exit: 2,
      message: expect.stringMatching(problem) as string,
    });
    expect(await readPieceRows(file, { skipsBadLines: true })).toMatchObject({
      badLines: 1,
      pieces: [{ entryPoint: 'add' }],
    });
  });

  test('leaves out what holds an address, and tells which line it was', async () => {
    const file = fileOf(row({ code: `// by jane.doe@navy.mil\n${add}` }), row({ id: 2 }));
    const { pieces, notices } = await readPieceRows(file, strict);
    expect(pieces.map(({ seed }) => seed.id)).toEqual(['code/2']);
    expect(notices).toEqual([`${file}:1: left out, as it holds personal data`]);
  });
});
