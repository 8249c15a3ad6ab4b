import { expect, test } from 'vitest';
import { importingSolution } from '../../../src/input/solution-imports.ts';

test.each([
  [`import { a } from './sum.ts';`, `import { a } from './solution';`],
  [`import { a } from "./sum";`, `import { a } from "./solution";`],
  [`import './sum.js'`, `import './solution'`],
  [`export * from '../src/sum.js'`, `export * from './solution'`],
  [`const { a } = require('./sum.cjs')`, `const { a } = require('./solution')`],
  [`await import('./sum')`, `await import('./solution')`],
  [`vi.mock('./sum')`, `vi.mock('./solution')`],
  [`import { a } from './summary.ts'`, `import { a } from './summary.ts'`],
  [`import { a } from 'sum'`, `import { a } from 'sum'`],
  [`const path = './sum.ts'`, `const path = './sum.ts'`],
])('%s', (tests, expected) => {
  expect(importingSolution(tests, 'src/sum.test.ts', 'src/sum.ts')).toBe(expected);
});
