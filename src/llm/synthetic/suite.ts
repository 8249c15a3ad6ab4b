import { programOf, typed } from './program.ts';
import type { Example, SyntheticTask } from './task.ts';

/** How much a suite is worth: `wrong` expects what the statement does not say. */
export type Strength = 'strong' | 'weak' | 'wrong';

const examplesInSuite = 6;

/** A vitest module for a task. */
export function suiteOf(task: SyntheticTask, strength: Strength): string {
  const { entryPoint } = task;
  const shape = task.usesRecord ? `, type ${task.record}` : '';
  const head = `import { describe, expect, test } from 'vitest';\nimport fc from 'fast-check';\nimport { ${entryPoint}${shape} } from './solution';\n`;
  if (strength === 'weak')
    return weakSuite(task, `import { expect, test } from 'vitest';\nimport { ${entryPoint} } from './solution';\n`);
  const shown = strength === 'wrong' ? falsified(task.examples) : task.examples;
  const tests = [
    ...shown.slice(0, examplesInSuite).map((example, index) => exampleTest(task, example, `example ${index + 1}`)),
    ...shown.slice(-1).map((example) => exampleTest(task, example, 'an empty input')),
    unchangedTest(task),
    oracleTest(task),
  ];
  const oracle = programOf(task, { style: 'imperative', prefix: 'expected' });
  return `${head}\n${oracle}\ndescribe('${entryPoint}', () => {\n${tests.join('\n')}});\n`;
}

function weakSuite(task: SyntheticTask, head: string): string {
  const [first, second] = task.examples;
  const tests = [first, second].flatMap((example, index) =>
    example ? [exampleTest(task, example, `example ${index + 1}`)] : [],
  );
  return `${head}\n${tests.join('\n').replaceAll(/^ {2}/gmu, '')}`;
}

function exampleTest(task: SyntheticTask, { input, result }: Example, name: string): string {
  const typedInput = Array.isArray(input) && input.length === 0 ? '[]' : JSON.stringify(input);
  return `  test('${name}', () => {\n    expect(${task.entryPoint}(${typedInput})).toEqual(${JSON.stringify(result)});\n  });\n`;
}

function unchangedTest(task: SyntheticTask): string {
  const list = task.examples.slice(0, 4).map(({ input }) => JSON.stringify(input));
  const type = typed(task, task.input.kind);
  return `  test('leaves its argument as it is', () => {
    const inputs: ${type}[] = [${list.join(', ')}];
    for (const input of inputs) {
      const before = JSON.stringify(input);
      ${task.entryPoint}(input);
      expect(JSON.stringify(input)).toBe(before);
    }
  });
`;
}

function oracleTest({ entryPoint, input }: SyntheticTask): string {
  const oracle = `expected${entryPoint.charAt(0).toUpperCase()}${entryPoint.slice(1)}`;
  return `  test('agrees with working it out step by step', () => {
    const inputs = ${input.arbitrary};
    fc.assert(
      fc.property(inputs, (input) => {
        expect(${entryPoint}(input)).toEqual(${oracle}(input));
      }),
      { numRuns: 40 },
    );
  });
`;
}

/** The same examples, one of which expects something else. */
function falsified(examples: readonly Example[]): readonly Example[] {
  return examples.map((example, index) => (index === 2 ? { ...example, result: otherThan(example.result) } : example));
}

function otherThan(result: unknown): unknown {
  if (typeof result === 'number') return result + 1;
  if (typeof result === 'string') return `${result}a`;
  return Array.isArray(result) && result.length > 0 ? result.slice(0, -1) : [['a', 1]];
}
