import { expect, test } from 'vitest';
import { extractCode, extractSuite } from '../../../src/replies/index.ts';

const times = 50_000;

/** What models that repeat themselves really send; each of these has killed a process through a native parser. */
const bodies: Readonly<Record<string, string>> = {
  parentheses: `${'('.repeat(times)}1${')'.repeat(times)}`,
  brackets: '['.repeat(times),
  braces: '{'.repeat(times),
  conditions: 'a ? '.repeat(times),
  arrows: 'a => '.repeat(times),
  templates: '`${'.repeat(times),
  members: `x${'.a'.repeat(times)}`,
  calls: `f${'()'.repeat(times)}`,
  sums: `1${' + 1'.repeat(times)}`,
  negations: `${'!'.repeat(times)}1`,
  branches: `if (1) {}${' else if (1) {}'.repeat(times)}`,
  labels: 'a: '.repeat(times),
  generics: `let x: ${'A<'.repeat(times)}`,
  conditionals: `type T = ${'A extends B ? '.repeat(times)}`,
};

test.each(Object.entries(bodies))('a reply of endless %s ends in an answer', (_name, body) => {
  const solution = `\`\`\`ts\nexport const f = 1;\n${body}\n\`\`\``;
  expect(extractCode(solution, { entryPoint: 'f', language: 'ts' })).toHaveProperty('ok');
  const suite = `\`\`\`ts\nimport { test } from 'vitest';\n${body}\n\`\`\``;
  expect(extractSuite(suite)).toHaveProperty('ok');
});
