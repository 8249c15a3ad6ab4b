import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAll } from '../../../../src/bench/problems/exercises/run-all.ts';
import { readProblems } from '../../../../src/bench/problems/read-problems.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { rejection } from '../../support/thrown.ts';

let track: string;
beforeEach(() => (track = tempDir()));

function write(path: string, content: string | object): void {
  const file = join(track, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

interface Exercise {
  readonly name: string;
  readonly extension: 'ts' | 'js';
  readonly stub: string;
  readonly tests: string;
  readonly more?: readonly string[];
}

function writeExercise({ name, extension, stub, tests, more = [] }: Exercise): void {
  const folder = `exercises/practice/${name}`;
  const testFile = extension === 'ts' ? `${name}.test.ts` : `${name}.spec.js`;
  const files = {
    solution: [`${name}.${extension}`, ...more],
    test: [testFile],
    example: [`.meta/proof.ci.${extension}`],
  };
  write(`${folder}/.meta/config.json`, { files });
  write(`${folder}/.docs/instructions.md`, `# Instructions\n\nWrite ${name}.`);
  write(`${folder}/${name}.${extension}`, stub);
  write(`${folder}/${testFile}`, tests);
  write(`${folder}/.meta/proof.ci.${extension}`, stub.replace("throw new Error('todo')", 'return n * 2'));
  for (const file of more) write(`${folder}/${file}`, 'export const two = 2;');
}

const stub = "export function double(n: number): number {\n  throw new Error('todo');\n}\n";
const tests = `import { describe, expect, it, xit } from '@jest/globals';
import { double } from './double';
describe('double', () => {
  it('doubles one', () => { expect(double(1)).toBe(2); });
  xit('doubles "xit(" too', () => { expect(double(2)).toBe(4); });
  it.skip('stays out', () => {});
});
`;

describe('a directory of exercises', () => {
  test('is read as problems, with the stub in the prompt and all tests on', async () => {
    writeExercise({ name: 'double', extension: 'ts', stub, tests, more: ['two.ts'] });
    writeExercise({
      name: 'alpha',
      extension: 'js',
      stub: 'export const alpha = () => {};\nexport const beta = () => {};\n',
      tests: "import { alpha } from './alpha';\nxtest('a', () => alpha());\n",
    });
    write('config.json', {
      exercises: {
        practice: [
          { slug: 'double', difficulty: 2, practices: ['numbers'] },
          { slug: 'alpha', difficulty: 8 },
        ],
      },
    });
    const { shape, problems } = await readProblems(track);
    expect(shape).toBe('exercism');
    expect(problems.map(({ id, language, difficulty, entryPoint }) => [id, language, difficulty, entryPoint])).toEqual([
      ['alpha', 'js', 'hard', undefined],
      ['double', 'ts', 'easy', 'double'],
    ]);
    const double = problems[1];
    expect(double).toMatchObject({ style: 'jest', topics: ['numbers'], files: { 'two.ts': 'export const two = 2;' } });
    expect(double?.prompt).toContain('Write double.');
    expect(double?.prompt).toContain('export function double(n: number): number {');
    expect(double?.canonical).toContain('return n * 2');
    expect(double?.tests).toContain("from './solution'");
    expect(double?.tests).toContain(`  it('doubles "xit(" too'`);
    expect(double?.tests).toContain('it.skip(');
    expect(problems[0]?.tests).toBe("import { alpha } from './solution';\ntest('a', () => alpha());\n");
  });

  test('may be one exercise, or a folder of them', async () => {
    writeExercise({ name: 'double', extension: 'ts', stub, tests });
    const practice = join(track, 'exercises', 'practice');
    expect((await readProblems(practice)).problems).toHaveLength(1);
    expect((await readProblems(join(practice, 'double'))).problems[0]?.id).toBe('double');
  });

  test('without what an exercise has is told, and left out', async () => {
    writeExercise({ name: 'double', extension: 'ts', stub, tests });
    write('exercises/practice/broken/.meta/config.json', { files: { solution: [], test: [] } });
    write('exercises/practice/untold/.meta/config.json', {
      files: { solution: ['a.ts'], test: ['a.test.ts'], example: [] },
    });
    const notices: string[] = [];
    const { problems } = await readProblems(track, { onNotice: (notice) => notices.push(notice) });
    expect(problems).toHaveLength(1);
    expect(notices.join('\n')).toMatch(/broken: .*names no solution.*\n.*untold: a\.ts is missing/u);
    expect(String(await rejection(readProblems(tempDir())))).toContain('holds no exercises');
  });
});

describe('runAll', () => {
  test('switches on what ships switched off, by any name and in any form', () => {
    const given = `import { xit as later, expect } from '@jest/globals';
later('a', () => {});
xdescribe('b', () => { xtest.each([[1]])('c %d', () => {}); });
`;
    expect(runAll(given)).toBe(`import { it, describe, test } from '@jest/globals';
import { xit as later, expect } from '@jest/globals';
it('a', () => {});
describe('b', () => { test.each([[1]])('c %d', () => {}); });
`);
  });

  test('leaves what does not parse, and what is skipped otherwise', () => {
    for (const text of ['xit(', "it.skip('a', () => {});\n", "const xit = 1;\nconsole.log('xit(1)');\n"]) {
      expect(runAll(text)).toBe(text);
    }
  });
});
