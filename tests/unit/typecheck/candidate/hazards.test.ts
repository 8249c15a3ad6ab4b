import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disarm, needsSolitude } from '../../../../src/typecheck/candidate/hazards.ts';

const directives = [
  '@ts-nocheck',
  '// @ts-ignore',
  '@TS-Expect-Error',
  '/// <reference lib="dom" />',
  '///<amd-module />',
  '// @ts-ignored',
  '///\u0085<reference lib="dom" />',
  '///\u200B<reference lib="dom" />',
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
        expect(disarmed).not.toMatch(/@ts-(?:nocheck|ignore|expect-error)|\/\/\/[\s\u0085\u200B]*<reference/iu);
      }),
    );
  });

  test('leaves other text alone', () => {
    const text = '/** @ts-check */ // see <reference> /// <summary>\nexport const a = "@ts-";';
    expect(disarm(text)).toBe(text);
  });
});

describe('needsSolitude', () => {
  test.each([
    'declare global { interface Array<T> { foo: 1 } }',
    'declare /* hidden */ global {}',
    'declare // hidden\u2028 global {}',
    'declare\nmodule "fast-check" {}',
    String.raw`d\u0065clare global {}`,
    String.raw`\u{64}eclare glob\u{000061}l {}`,
    'declare namespace N { global { var a: 1 } }',
    'type Head<T> = T extends [infer H, ...unknown[]] ? H : never;',
    'type Loop<T> =\n  T extends [] ? 1 : Loop<[T]>;',
    `type Nested = ${'Promise<'.repeat(50)}1${'>'.repeat(50)};`,
    `const nested = ${'wrap('.repeat(50)}1${')'.repeat(50)};`,
    'expect(a).toMatchSnapshot({ b: 1 });',
    'expect(a).toMatchInlineSnapshot(`1`);',
    'interface Matchers<R, T> { toBeNear(other: T): R }',
    'const assertion: vi.Assertion <void, number> = expect(1);',
  ])('sees %j', (text) => {
    expect(needsSolitude({ solution: text })).toBe(true);
    expect(needsSolitude({ solution: '', suite: text })).toBe(true);
    expect(needsSolitude({ solution: '', files: { 'lib/util.ts': text } })).toBe(true);
  });

  test.each(['types.d.ts', 'lib/types.d.mts', 'types.d.json.ts', 'util.js', 'lib/util.cjs'])(
    'sees a file %s',
    (path) => {
      expect(needsSolitude({ solution: '', files: { [path]: '' } })).toBe(true);
    },
  );

  test.each([
    "import { expect, test } from 'vitest';\nimport fc from \"fast-check\";\nimport { f } from './solution';",
    "declare var require: any;\nconst assert = require('node:assert');",
    'declare const enum Mode { On }',
    'type Result<T> = { ok: true; value: T } | { ok: false };\nconst a = <T extends object>(b: T): T => b;',
    'for (let i = 0; i < 10; i++) { const f = (a: Map<string, number[]>) => a.size > i && i<5; }\n'.repeat(100),
    "export const declared = 'global'; module.exports = { declared };",
    "const text = '\\u00e9\\x41';",
    'import assert, { AssertionError } from "node:assert"; // Assertion: takeSnapshot and Matchers\nassert(1 < 2);',
  ])('is content with %j', (text) => {
    expect(needsSolitude({ solution: text, suite: text, files: { 'lib/util.ts': text } })).toBe(false);
  });

  test('takes little time for any text', () => {
    for (const piece of [
      'declare ',
      'glo',
      'type a',
      'extends ',
      'a<',
      '(',
      '>',
      String.raw`\u{0000`,
      String.raw`\u0064`,
    ]) {
      const begun = performance.now();
      needsSolitude({ solution: piece.repeat(20_000) });
      expect(performance.now() - begun, piece).toBeLessThan(1000);
    }
  });
});
