import { describe, expect, test } from 'vitest';
import type { TypeCheckJob } from '../../../src/core/ports.ts';
import { errorsOf, sharedChecker } from './helpers.ts';

const checker = sharedChecker();

describe('further files', () => {
  const files = {
    'lib/util.ts': "import { unit } from './unit.js';\nexport const twice = (n: number): number => n * 2 * unit;\n",
    'lib/unit.ts': "import { one } from '../solution';\nexport const unit: number = one;",
    'data.json': '{ "numbers": [1, 2] }',
    'unused.ts': 'export const a: string = 1;',
  };
  const job = {
    solution:
      "import { twice } from './lib/util';\nimport data from './data.json';\nexport const one = 1;\nexport const doubled = data.numbers.map(twice);",
    suite:
      "import { twice } from '../lib/util.ts';\nimport { doubled } from './doubler';\nconst all: number[] = [...doubled, twice(1)];",
    files,
  };

  test('are found by the solution, its suite and each other', async () => {
    expect(await errorsOf(checker, [job, { ...job, files: {} }])).toEqual([
      [],
      ['solution:1 2307', 'solution:2 2307', 'suite:1 2459'],
    ]);
  });

  test('are checked with the solution, and named', async () => {
    const wrong = { ...files, 'lib/unit.ts': '\nexport const unit: string = 1;' };
    const [checked] = await checker.check([{ ...job, files: wrong }]);
    expect(checked).toEqual({
      ok: true,
      value: [
        {
          file: 'solution',
          line: 2,
          code: 2363,
          message: expect.stringMatching(/^lib\/util\.ts: The right-hand side/u),
        },
        {
          file: 'solution',
          line: 2,
          code: 2322,
          message: "lib/unit.ts: Type 'number' is not assignable to type 'string'.",
        },
      ],
    });
  });

  test('are gone with their candidate, and may be others with the next', async () => {
    const uses = (text: string): TypeCheckJob => ({
      solution: "import { a } from './a';\nexport const b: number = a;",
      files: { 'a.ts': text },
    });
    const without = { solution: "import { a } from './a';" };
    const right = uses('export const a = 1;');
    const wrong = uses("export const a = '';");
    for (let round = 0; round < 2; round += 1) {
      expect(await errorsOf(checker, [right, wrong, without])).toEqual([[], ['solution:2 2322'], ['solution:1 2307']]);
      expect(await errorsOf(checker, [without, right])).toEqual([['solution:1 2307'], []]);
      expect(await errorsOf(checker, [wrong])).toEqual([['solution:2 2322']]);
    }
  });

  test('may be declarations or JavaScript', async () => {
    const files = {
      'types.d.ts': 'export interface A { a: number }\ndeclare global { var b: string }',
      'c.js': 'export const c = 1;',
    };
    const uses =
      "import type { A } from './types';\nimport { c } from './c.js';\nexport const a: A = { a: b.length + c };";
    expect(await errorsOf(checker, [{ solution: uses, files }, { solution: 'export const a = b;' }])).toEqual([
      [],
      ['solution:1 2304'],
    ]);
  });
});
