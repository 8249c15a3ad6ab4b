import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree } from '../../../../src/seeds/pieces/read-tree.ts';
import { tempDir } from '../../support/temp-dir.ts';

const add = 'export function add(a: number, b: number): number {\n  const sum = a + b;\n  return sum;\n}\n';
const near = 'function near(a, b) {\n  const gap = a - b;\n  return gap * gap < 1;\n}\n';
const tests =
  "import { expect, test } from 'vitest';\nimport { add } from './add.ts';\ntest('t', () => expect(add(1, 1)).toBe(2));\n";

function tree(files: Readonly<Record<string, string>>): string {
  const dir = tempDir();
  mkdirSync(join(dir, 'lib'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dir, path), text);
  return dir;
}

const areWellTyped = (modules: readonly string[]) => Promise.resolve(modules.map((one) => !one.includes('ill')));

describe('readTree', () => {
  test('has undocumented code as well, the tests beside it, and what was left out', async () => {
    const dir = tree({
      'lib/add.ts': add,
      'lib/add.test.ts': tests,
      'near.js': near,
      'ill.ts': add.replaceAll('add', 'ill'),
      LICENSE: 'MIT License\n',
    });
    const { pieces, notices, badLines } = await readTree(dir, { areWellTyped });
    expect(
      pieces.map(({ entryPoint, tests, seed }) => [entryPoint, seed.path, seed.language, seed.licence, tests]),
    ).toEqual([
      ['add', 'lib/add.ts', 'ts', 'MIT License', tests.replace('./add.ts', './solution')],
      ['near', 'near.js', 'js', 'MIT License', undefined],
    ]);
    // What exports nothing is made to.
    expect(pieces[1]?.seed.code).toBe(`${near}\nexport { near };\n`);
    expect([notices, badLines]).toEqual([[`${dir}: 2 pieces of code; left out: 1 ill-typed`], 0]);
  });

  test('reads a single file, and has the same ids as from its folder', async () => {
    const dir = tree({ 'add.ts': add, 'add.spec.ts': tests });
    const one = await readTree(join(dir, 'add.ts'), { areWellTyped });
    expect(one.pieces[0]?.tests).toContain("'./solution'");
    expect(one.pieces).toEqual((await readTree(dir, { areWellTyped })).pieces);
  });

  test('says what is not there', async () => {
    await expect(readTree('/nowhere/at/all', { areWellTyped })).rejects.toMatchObject({ exit: 2 });
  });
});
