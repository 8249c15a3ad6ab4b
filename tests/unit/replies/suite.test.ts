import { describe, expect, test } from 'vitest';
import { extractSuite } from '../../../src/replies/index.ts';

const solution = 'export function double(n: number): number {\n  return n * 2;\n}\n';
const suite =
  "import { expect, test } from 'vitest';\nimport { double } from './solution';\n\ntest('two', () => {\n  expect(double(1)).toBe(2);\n});\n";

describe('the test module is taken', () => {
  test.each([
    ['fenced', `\`\`\`ts\n${suite}\`\`\``],
    ['bare', suite],
    ['after the solution', `\`\`\`ts\n${solution}\`\`\`\nand its tests:\n\`\`\`ts\n${suite}\`\`\``],
    ['before the solution', `\`\`\`ts\n${suite}\`\`\`\nfor\n\`\`\`ts\n${solution}\`\`\``],
    ['with how to run it', `\`\`\`ts\n${suite}\`\`\`\n\`\`\`sh\nnpx vitest run\n\`\`\``],
  ])('%s', (_, reply) => {
    expect(extractSuite(reply)).toEqual({ ok: true, code: suite });
  });

  test.each([
    "describe('a', () => {});",
    "test.each([1])('a %i', () => {});",
    "it.skip('a', () => {});",
    "test.prop([fc.nat()])('a', () => true);",
    "test.each`a | b\n${1} | ${2}`('a', () => {});",
  ])('without an import, by its calls: %s', (calls) => {
    expect(
      extractSuite(`\`\`\`ts\n${solution}\`\`\`\n\`\`\`ts\n${calls}\n\`\`\`\n\`\`\`ts\n${solution}\`\`\``),
    ).toEqual({
      ok: true,
      code: `${calls}\n`,
    });
  });
});

test('a suite that breaks off is truncated', () => {
  expect(extractSuite(`\`\`\`ts\n${suite.slice(0, -8)}`)).toMatchObject({ ok: false, problem: 'truncated' });
});
