import { describe, expect, test } from 'vitest';
import { type Instrumented, instrument } from '../../../../src/verify/mutants/instrument.ts';

async function instrumented(code: string, language: 'ts' | 'js' = 'ts') {
  const result = await instrument(code, { language });
  if (result.kind !== 'instrumented') throw new Error(result.message);
  return result;
}

/** `line mutator: original → replacement`. */
async function changes(code: string, language?: 'ts' | 'js'): Promise<readonly string[]> {
  const { mutants } = await instrumented(code, language);
  return mutants.map(({ line, mutator, original, replacement }) => `${line} ${mutator}: ${original} → ${replacement}`);
}

describe('instrument', () => {
  test('tells each mutant with its line and what it changes', async () => {
    expect(await changes('export function add(a: number, b: number): number {\n  return a + b;\n}')).toEqual([
      '1 BlockStatement: { return a + b; } → {}',
      '2 ArithmeticOperator: a + b → a - b',
    ]);
  });

  test('leaves exports and types as they are, and every mutant behind a switch', async () => {
    const { code, mutants } = await instrumented(
      'export class Box<T> {\n  #held: T[] = [];\n  put(value: T): this { this.#held.push(value); return this; }\n}\nexport default Box;',
    );
    expect(code).toContain('export class Box<T>');
    expect(code).toContain('export default Box');
    expect(code).toContain('put(value: T): this');
    for (const { id } of mutants) expect(code).toContain(`stryMutAct_9fa48("${id}")`);
    expect(code).not.toContain('new Function');
  });

  test('is the same each time', async () => {
    const code = 'export const twice = (x: number): number => (x > 0 ? x * 2 : -x);';
    expect(await instrument(code, { language: 'ts' })).toEqual(await instrument(code, { language: 'ts' }));
  });

  test('makes no mutants of what is only for people to read, nor of its own stubs', async () => {
    const code =
      'export function f(x) {\n  if (x) throw new RangeError("no " + x);\n  console.log("x", 1 + 1);\n  return 1;\n}';
    const found = await changes(code, 'js');
    expect(found.filter((change) => change.startsWith('3 '))).toEqual([]);
    expect(found.filter((change) => /^2 (?:String|Arithmetic)/.test(change))).toEqual([]);
    expect(found.filter((change) => change.includes('stub'))).toEqual([]);
  });

  test('reads scripts that are no modules', async () => {
    expect(await changes('var x = 010; function f() { return x }', 'js')).toEqual([
      '1 BlockStatement: { return x } → {}',
    ]);
  });

  test.each<[string, string]>([
    ['function (', 'solution: Unexpected token (1:9)'],
    ['stryMutAct_9fa48("1")', 'solution: it is instrumented already'],
  ])('says why there is nothing for %j', async (code, message) => {
    const result: Instrumented = await instrument(code, { language: 'js' });
    expect(result).toEqual({ kind: 'uninstrumentable', message });
  });

  test('names the path that it was given', async () => {
    expect(await instrument('}', { language: 'ts', path: 'lib/a' })).toMatchObject({
      message: expect.stringMatching(/^lib\/a: /),
    });
  });
});
