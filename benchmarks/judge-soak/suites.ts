import type { Drawn, Template } from './templates.ts';

export type SuiteKind = 'script' | 'tests' | 'property';

/** Tests of a template, in one of the ways in which tests are written. */
export function suiteOf(template: Template, drawn: Drawn, kind: SuiteKind): string {
  const examples = template.examples(drawn);
  switch (kind) {
    case 'script':
      return examples
        .map(([args, expected]) => `console.assert(JSON.stringify(solve(${args})) === JSON.stringify(${expected}));\n`)
        .join('');
    case 'tests':
      return `import { expect, test } from 'vitest';
${examples.map(([args, expected], index) => `test('example ${index}', () => { expect(solve(${args})).toEqual(${expected}); });\n`).join('')}`;
    case 'property':
      return `import fc from 'fast-check';
import { test } from 'vitest';
test('holds', () => { fc.assert(${template.property(drawn)}); });\n`;
  }
}
