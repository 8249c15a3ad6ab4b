import { describe, expect, test } from 'vitest';
import { extract, fenced, programOf } from './own-problem.ts';

const add = 'function add(a, b) { return a + b; }';

describe('the entry point of a program', () => {
  test.each([
    add,
    `export ${add}`,
    `${add}\nmodule.exports = { add };`,
    `${add}\nexports.add = add;`,
    'exports.add = (a, b) => a + b;',
    'module.exports = { add: (a, b) => a + b };',
    'class add {}',
  ])('is left as it is where tests reach it: %s', (code) => {
    expect(programOf(fenced(code))).toBe(`${code}\n`);
  });

  test.each([
    [`export default ${add}`, `export default ${add}\n\nexport { add };\n`],
    [`export const other = 1;\n${add}`, `export const other = 1;\n${add}\n\nexport { add };\n`],
    [`${add}\nmodule.exports = add;`, `${add}\nmodule.exports = add;\n\nmodule.exports.add = add;\n`],
    ['globalThis.add = (a, b) => a + b;', 'globalThis.add = (a, b) => a + b;\n\nexport const add = globalThis.add;\n'],
  ])('is exported where it is kept: %s', (code, expected) => {
    expect(programOf(fenced(code))).toBe(expected);
  });

  test.each([
    ['export default (a, b) => a + b;', 'export const add = (a, b) => a + b;\n'],
    [
      'module.exports = (a, b) => a + b;',
      'module.exports = (a, b) => a + b;\n\nmodule.exports.add = module.exports;\n',
    ],
    ['export default function (a, b) { return a + b; }', 'export const add = function (a, b) { return a + b; };\n'],
  ])('is a default export without a name, which is told: %s', (code, expected) => {
    const found = extract(fenced(code));
    expect(found).toMatchObject({ ok: true, code: expected, notes: ['took the default export for add'] });
  });

  test('is no default export of another name', () => {
    expect(extract(fenced('export default function sum(a, b) { return a + b; }'))).toMatchObject({
      problem: 'other-name',
    });
  });

  test('is no signature without a body', () => {
    expect(extract(fenced('declare function add(a: number, b: number): number;')).ok).toBe(false);
  });
});

describe('an example at the end of a program', () => {
  test('is left out where it reads input, with all that depends on it', () => {
    const demo = [
      "const readline = require('readline');",
      'const rl = readline.createInterface({ input: process.stdin });',
      'function main() { rl.on("line", (line) => console.log(add(Number(line), 1))); }',
      'main();',
    ];
    expect(extract(fenced(`${add}\n${demo.join('\n')}`))).toMatchObject({
      code: `${add}\n`,
      notes: ['left out an example that reads input'],
    });
  });

  test('stays where it does no harm, and where the entry point itself needs it', () => {
    const harmless = `${add}\nconsole.log(add(1, 2));\n`;
    expect(programOf(fenced(harmless))).toBe(harmless);
    const needed = "const fs = require('fs');\nfunction add(a, b) { return fs.existsSync('x') ? a : b; }\n";
    expect(programOf(fenced(needed))).toBe(needed);
  });
});

describe('a problem without an entry point', () => {
  test('takes the block with the most exports', () => {
    const { entryPoint: _none, ...nameless } = { entryPoint: undefined };
    const reply = `${fenced('export const a = 1;')}\n${fenced('export const a = 1;\nexport class B {}')}`;
    expect(programOf(reply, { ...nameless, entryPoint: undefined as never })).toBe(
      'export const a = 1;\nexport class B {}\n',
    );
  });
});
