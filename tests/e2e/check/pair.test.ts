import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tempFolder, winnow, type Finished, type TempFolder } from '../helpers.ts';

let folder: TempFolder;

beforeAll(() => {
  folder = tempFolder();
  const files: Readonly<Record<string, string>> = {
    'sum.ts': 'export const sum = (a: number, b: number): number => a + b;\n',
    'wrong.ts': 'export const sum = (a: number, b: number): number => a - b;\n',
    'untyped.ts': 'export const sum = (a, b) => a + b;\n',
    'broken.ts': 'export const sum = (a: number => ;\n',
    'endless.js': 'export const sum = () => { for (;;); };\n',
    'sum.test.ts':
      "import { expect, test } from 'vitest';\nimport { sum } from './sum.ts';\ntest('sums', () => expect(sum(1, 2)).toBe(3));\n",
    'sum.py': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(folder.file(name), text);
  for (const name of ['wrong', 'untyped', 'broken', 'endless']) {
    const text = (files['sum.test.ts'] ?? '').replace('./sum.ts', `./${name}.js`);
    writeFileSync(folder.file(`${name}.test.ts`), text);
  }
});

afterAll(() => folder[Symbol.dispose]());

function check(...args: readonly string[]): Promise<Finished> {
  return winnow(['check', ...args], { cwd: folder.path });
}

describe.concurrent('winnow check SOLUTION TESTS', { timeout: 60_000 }, () => {
  test('exits 0 where the solution is accepted', async ({ expect }) => {
    const { code, stdout, stderr } = await check('sum.ts', 'sum.test.ts');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'accepted: 1 of 1 tests passed\n', stderr: '' });
  });

  const rejected = [
    { name: 'wrong.ts', kind: 'refuted', says: [/^refuted: 0 of 1 tests passed$/mu, /✗ sums\n.*expected -1 to be 3/u] },
    { name: 'untyped.ts', kind: 'ill-typed', says: [/^ {2}untyped\.ts:1: TS7006: Parameter 'a' implicitly/mu] },
    { name: 'broken.ts', kind: 'malformed', says: [/^malformed$/mu, /^ {2}broken\.ts: /mu] },
    { name: 'endless.js', kind: 'stopped', says: [/^stopped$/mu, /CPU time than --timeout-ms allows/u] },
  ];
  test.for(rejected)('exits 100 where it is $kind, and says why', async ({ name, says }, { expect }) => {
    const limit = name === 'endless.js' ? ['--timeout-ms', '300'] : [];
    const { code, stdout } = await check(name, name.replace(/\.[jt]s$/u, '.test.ts'), ...limit);
    for (const words of says) expect(stdout).toMatch(words);
    expect(code).toBe(100);
  });

  test('prints its row as the one JSON value with --json', async ({ expect }) => {
    const { code, stdout } = await check('wrong.ts', 'wrong.test.ts', '--json');
    expect(code).toBe(100);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'wrong.ts',
      verdict: { kind: 'refuted' },
      tests: [{ name: 'sums' }],
    });
  });

  test('leaves types alone with --types off', async ({ expect }) => {
    expect((await check('untyped.ts', 'untyped.test.ts', '--types', 'off')).code).toBe(0);
  });

  const mistakes = [
    { args: [], says: 'Two files are needed' },
    { args: ['sum.ts'], says: 'Two files are needed' },
    { args: ['--input', 'rows.jsonl'], says: 'both --input and --output' },
    { args: ['sum.ts', 'sum.test.ts', '--input', 'x'], says: 'either two files, or --input and --output' },
    { args: ['none.ts', 'sum.test.ts'], says: 'Cannot read the solution none.ts: there is no such file' },
    { args: ['sum.ts', 'none.test.ts'], says: 'Cannot read the tests none.test.ts' },
    { args: ['sum.py', 'sum.test.ts'], says: 'sum.py: the name must say the language' },
    { args: ['sum.ts', 'sum.test.ts', '--config', 'none.yaml'], says: 'Cannot read the configuration none.yaml' },
    { args: ['sum.ts', 'sum.test.ts', '--types', 'some'], says: 'Allowed choices are strict, off' },
    { args: ['sum.ts', 'sum.test.ts', '--repeat', '0'], says: 'from 1 to 10' },
  ];
  test.for(mistakes)('exits 2 for $args', async ({ args, says }, { expect }) => {
    const { code, stdout, stderr } = await check(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

test('its help has examples', async () => {
  const { stdout } = await check('--help');
  expect(stdout).toContain('$ winnow check --input rows.jsonl --output verdicts.jsonl');
});
