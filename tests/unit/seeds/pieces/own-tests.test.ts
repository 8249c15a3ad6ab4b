import { describe, expect, test } from 'vitest';
import { ownTests } from '../../../../src/seeds/pieces/own-tests.ts';

const code = 'export function a(): number { return helper(); }\nfunction helper(): number { return 1; }\n';
const suite = (imports: string): string => `${imports}\nimport { test } from 'vitest';\ntest('a', () => {});\n`;

describe('ownTests', () => {
  test('has the piece imported as the solution', () => {
    expect(ownTests(suite("import { a } from './a.ts';"), code)).toBe(suite("import { a } from './solution';"));
    expect(ownTests(suite('import { a as b } from "../src/a";'), code)).toBe(
      suite("import { a as b } from './solution';"),
    );
  });

  test.each([
    ['another thing of the file', "import { a, other } from './a.ts';"],
    ['another file', "import { a } from './a.ts';\nimport { tool } from './tool.ts';"],
    ['the file as a whole', "import * as all from './a.ts';"],
    ['nothing of it', ''],
    ['what does not parse', 'import {'],
  ])('leaves a suite alone that imports %s', (_what, imports) => {
    expect(ownTests(suite(imports), code)).toBeUndefined();
  });
});
