import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disarm, reachesNeighbours } from '../../../src/typecheck/hazards.ts';

const directives = [
  '@ts-nocheck',
  '// @ts-ignore',
  '@TS-Expect-Error',
  '/// <reference lib="dom" />',
  '///<amd-module />',
];

describe('disarm', () => {
  test('keeps every line and every position, and is content with what it did', () => {
    const piece = fc.oneof(fc.constantFrom(...directives, '\n', '/', '<reference'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const disarmed = disarm(text);
        expect(disarmed.length).toBe(text.length);
        expect(disarmed.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
        expect(disarm(disarmed)).toBe(disarmed);
        expect(disarmed).not.toMatch(/@ts-(?:nocheck|ignore|expect-error)\b|\/\/\/\s*<reference/iu);
      }),
    );
  });

  test('leaves other text alone', () => {
    const text = '/** @ts-check */ // see <reference> /// <summary>\nexport const a = "@ts-";';
    expect(disarm(text)).toBe(text);
  });
});

describe('reachesNeighbours', () => {
  test.each([
    'declare global { interface Array<T> { foo: 1 } }',
    'declare /* hidden */ global {}',
    'declare\nmodule "fast-check" {}',
    String.raw`d\u0065clare global {}`,
    String.raw`\u{64}eclare global {}`,
    "import { secret } from '../slot-1/solution';",
    "import type { T } from '../slot-1/solution';",
    "export * from '../slot-1/solution';",
    "import '../slot-1/solution';",
    "const a = await import('../slot-1/solution');",
    'const a = await import(`../slot-1/solution`);',
    "let a: import('../slot-1/solution').T;",
    "import a = require('../slot-1/solution');",
    "import a from /* hidden */ '../slot-1/solution';",
    "import a from // hidden\n '../slot-1/solution';",
    String.raw`import a from '\x2e./slot-1/solution';`,
    "import a from '/home/me/.winnow-types/slot-1/solution';",
    "import 'vitest/globals';",
    "import type {} from 'vitest/node';",
    "import fs from 'node:fs';",
    "import { solve } from './solution-2';",
  ])('sees %j', (text) => {
    expect(reachesNeighbours(text)).toBe(true);
  });

  test.each([
    "import { expect, test } from 'vitest';\nimport fc from \"fast-check\";\nimport { f } from './solution';",
    "import { test, fc } from '@fast-check/vitest';",
    "import { f } from './solution.ts';\nexport { f } from './solution.js';",
    "export const declared = Array.from('abc'); // from here on",
    "import { f } from /* the */ './solution'",
    "throw new Error('cannot import that');",
    "const text = '\\u00e9\\x41';",
  ])('is content with %j', (text) => {
    expect(reachesNeighbours(text)).toBe(false);
  });

  test('takes little time for any text', () => {
    for (const piece of ['/**/ ', 'import ', 'from ', "import '", '//\n', '/*', '* ']) {
      const begun = performance.now();
      reachesNeighbours(`import ${piece.repeat(5000)}x`);
      expect(performance.now() - begun, piece).toBeLessThan(1000);
    }
  });
});
