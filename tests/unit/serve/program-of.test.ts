import { describe, expect, test } from 'vitest';
import { programOf, suiteOf } from '../../../src/serve/judge/program-of.ts';

const code = 'const twice = (n: number): number => 2 * n;';

describe('the program of a request', () => {
  test.each([
    ['code as it is', code, code],
    ['a fenced block', `Here:\n\`\`\`ts\n${code}\n\`\`\`\nDone.`, code],
    [
      'a block after thinking',
      `<think>\n\`\`\`ts\nconst wrong = 1;\n\`\`\`\n</think>\n\`\`\`ts\n${code}\n\`\`\``,
      code,
    ],
    ['the last block that declares anything', `\`\`\`ts\n${code}\n\`\`\`\n\n\`\`\`ts\ntwice(2);\n\`\`\``, code],
    ['a module', `\`\`\`ts\nexport ${code}\n\`\`\``, `export ${code}`],
  ])('is %s', (_, program, expected) => {
    const found = programOf({ program, tests: ['t'] }, 'ts');
    expect(found.ok && found.code.trim()).toBe(expected);
  });

  test.each([
    ['words alone', 'I am sorry, but I cannot help with this.'],
    ['thinking that never ends', `<think>\n\`\`\`ts\n${code}\n\`\`\`\n`],
    ['nothing', ''],
  ])('is not found in %s', (_, program) => {
    expect(programOf({ program, tests: ['t'], entry_point: 'twice' }, 'ts')).toMatchObject({ ok: false });
  });
});

describe('tests', () => {
  test.each([
    ['expect(f(1)).toBe(2);', "test('expectations', async () => {\nexpect(f(1)).toBe(2);\n});\n"],
    ['assert(f(1) === 2)', "import assert from 'node:assert';\nassert(f(1) === 2)\n"],
    ['assert.deepEqual(f(1), [2])', "import assert from 'node:assert';\nassert.deepEqual(f(1), [2])\n"],
  ])('%s are completed', (tests, expected) => {
    expect(suiteOf(tests)).toBe(expected);
  });

  test.each([
    ["test('a', () => { expect(f(1)).toBe(2); });"],
    ["import { expect } from 'vitest';\nexpect(1).toBe(1);"],
    ["const assert = require('assert');\nassert(true);"],
    ["if (f(1) !== 2) throw new Error('no');"],
    ['console.assert(f(1) === 2);'],
  ])('%s stay as they are', (tests) => {
    expect(suiteOf(tests)).toBe(tests);
  });
});
