import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TypeCheckJob } from '../../../../src/core/ports.ts';
import { candidateFiles } from '../../../../src/typecheck/candidate/files.ts';

/** The text that the type server gets of each file. */
function textsOf(job: TypeCheckJob): Record<string, string> {
  return Object.fromEntries(candidateFiles(job).map(({ path, text }) => [path, text]));
}

function suiteOf(suite: string, rest: Partial<TypeCheckJob> = {}): string {
  return textsOf({ solution: 'function f(a: number): number { return a; }', ...rest, suite })['solution.test.ts'] ?? '';
}

describe('a suite that names the solution', () => {
  test.each([
    ["import { f } from './solution';", './solution'],
    ["import { f } from './solution.ts';", './solution'],
    ["import { f } from './two-fer';", './solution'],
    ["import { f } from './two-fer.js';", './solution'],
    ["import { f } from '../src/index';", './solution'],
    ["import { f } from '@/lib/f';", './solution'],
    ["import f, { type F } from '.';", './solution'],
    ["const { f } = require('../two-fer')", './solution'],
    ["const { f } = await import('./two-fer')", './solution'],
    ["export * from './two-fer'", './solution'],
    ["import { f } from './lib/util';", './lib/util'],
    ["import { f } from '../lib/util.js';", './lib/util'],
    ["import { f } from './lib';", './lib/index'],
    ["import f from './data.json';", './data.json'],
  ])('%s gets it under its name here', (line, specifier) => {
    const files = { 'lib/util.ts': '', 'lib/index.ts': '', 'data.json': '{}' };
    expect(suiteOf(line, { files })).toBe(line.replace(/(['"]).*\1/u, `'${specifier}'`));
  });

  test('leaves packages alone', () => {
    const suite = "import { test } from 'vitest';\nimport { f } from './solution';\nimport fs from 'node:fs';";
    expect(suiteOf(suite)).toBe(suite);
  });
});

describe('a suite that takes names for granted', () => {
  test('imports what the solution declares, on its first line', () => {
    expect(suiteOf('console.assert(f(1) === 1);\n')).toBe(
      "import { f } from './solution';console.assert(f(1) === 1);\n",
    );
    expect(suiteOf('g();')).toBe('g();');
  });

  test('imports the names of tests', () => {
    const imports = ['describe', 'it', 'expect'].map((name) => `import { ${name} } from '@jest/globals';`).join('');
    const suite =
      "import { f } from './solution';\ndescribe('f', () => { it('is', () => { expect(f(1)).toBe(1); }); });";
    expect(suiteOf(suite)).toBe(imports + suite);
    expect(suiteOf('vi.fn(); assert(f(1));')).toBe(
      "import { f } from './solution';import { vi } from 'vitest';import assert from 'assert';vi.fn(); assert(f(1));",
    );
  });

  test('but not where it imports tests itself, or is a script', () => {
    const suite =
      "import { test } from 'vitest';\nimport { f } from './solution';\ntest('a', () => { expect(f(1)); });";
    expect(suiteOf(suite)).toBe(suite);
    expect(suiteOf('test(f);', { style: 'throw' })).toBe("import { f } from './solution';test(f);");
  });

  test.each([
    'function f() {}',
    'const { a: [f] } = { a: [1] };',
    'import f from "x";',
    'import { g as f } from "x";',
    'for (var f = 0; f < 1; f++);',
    'class f {}',
    'enum f {}',
    'type f = 1;',
  ])('keeps its own: %s', (own) => {
    expect(suiteOf(`${own}\nf;`)).toBe(`${own}\nf;`);
  });

  test('takes the entry point from the solution whatever it is called', () => {
    const job = { solution: 'const test = (n: number) => n; const expect = 1;', suite: 'test(1); expect(2);' };
    const jest = "import { expect } from '@jest/globals';";
    expect(suiteOf(job.suite, { ...job, entryPoint: 'test' })).toBe(
      `import { test } from './solution';${jest}${job.suite}`,
    );
  });
});

describe('a solution', () => {
  const suite = "import { f } from './solution';";
  const solutionOf = (solution: string, rest: Partial<TypeCheckJob> = {}): string =>
    textsOf({ solution, suite, ...rest })['solution.ts'] ?? '';

  test('that exports nothing offers its declarations, after its last line', () => {
    const solution = `interface A {} type B = A; enum C {} namespace D { export const x = 1; } class E {}
function f(): void {} function f(a?: B): void {} async function* g() {} const { h, i: [j = 1, ...k] } = {} as any; let l, m;
abstract class N {} declare const o: number; // the end`;
    expect(solutionOf(solution)).toBe(`${solution}\nexport { A, B, C, D, E, f, g, h, j, k, l, m, N, o };`);
  });

  test('that exports something offers no more, unless its suite sees globals', () => {
    const solution = '  export const f = 1;\nconst g = 2;';
    expect(solutionOf(solution)).toBe(solution);
    expect(solutionOf('const f = 1, g = 2;\nexport { f as h };')).toBe('const f = 1, g = 2;\nexport { f as h };');
    expect(solutionOf(solution, { suite: 'f; g;' })).toBe(`${solution}\nexport { g };`);
    expect(solutionOf('const s = "\\nexport const f = 1;";')).toMatch(/export \{ s \};$/u);
    expect(solutionOf(solution, { suite: '' })).toBe(solution);
  });

  test('of CommonJS offers what it assigns', () => {
    const solution = 'function f() {}\nexports.g = () => f();\nmodule.exports.h = 1;';
    expect(solutionOf(solution)).toBe(
      `${solution}\nexport { f }; export default module.exports; export declare const g: any; export declare const h: any;`,
    );
    const js = candidateFiles({ solution: 'module.exports = { f: 1 };', suite, language: 'js' });
    expect(js.map(({ path, text }) => [path, text])).toEqual([
      ['solution.js', 'module.exports = { f: 1 };'],
      ['solution.test.js', suite],
    ]);
  });

  test('is followed by the further files that it or its suite reaches, in any order of mention', () => {
    const files = { 'a.ts': "import './lib/b';", 'lib/b.ts': "import '../a.js'; import '../solution';", 'c.ts': '' };
    const paths = (solution: string, tests: string): string[] =>
      candidateFiles({ solution, suite: tests, files }).map(({ path }) => path);
    expect(paths("import './a.ts'", '')).toEqual(['solution.ts', 'a.ts', 'lib/b.ts', 'solution.test.ts']);
    expect(paths('', "import './c'")).toEqual(['solution.ts', 'c.ts', 'solution.test.ts']);
    expect(textsOf({ solution: "import './a.ts'", files })['lib/b.ts']).toBe("import '../a'; import '../solution';");
  });

  test('cannot be replaced by a further file, nor can one lie outside', () => {
    const files = { 'solution.ts': 'no', './solution.test.ts': 'no', '../x.ts': 'no' };
    const job = { solution: "import './x'; import '../x';", suite: "import './solution';", files };
    expect(Object.keys(textsOf(job))).toEqual(['solution.ts', 'solution.test.ts']);
    expect(JSON.stringify(textsOf(job))).not.toContain('no');
  });
});

test('whatever the texts, every line of a file stays where it was', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      ' ',
      "'",
      '`',
      '/*',
      '//',
      '{',
      '}',
      '(',
      'import ',
      'export ',
      'from ',
      'var f',
      'f',
    ),
    fc.constantFrom(
      "'./solution'",
      "'../x'",
      'const f = 1;',
      'function f() {}',
      "require('./y')",
      'test(',
      'module.exports',
    ),
    fc.string(),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, text, (solution, suite, further) => {
      const sources = { 'solution.ts': solution, 'solution.test.ts': suite, 'y.ts': further };
      for (const file of candidateFiles({ solution, suite, files: { 'y.ts': further } })) {
        const own = file.text.slice(file.begin, file.end);
        expect(own.split('\n')).toHaveLength((sources[file.path as keyof typeof sources] ?? '').split('\n').length);
        expect(file.text.slice(0, file.begin)).not.toContain('\n');
      }
    }),
  );
});
