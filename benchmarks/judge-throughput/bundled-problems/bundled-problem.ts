import type { Problem } from '../problem.ts';

interface Parts {
  readonly solution: string;
  /** What the function is called with, and what it gives, as source. */
  readonly examples: readonly (readonly [args: string, expected: string])[];
  readonly property: string;
}

/** Puts a problem together; values that are no primitives are compared by their JSON. */
export function bundledProblem(entryPoint: string, { solution, examples, property }: Parts): Problem {
  const assertions = examples.map(([args, expected]) => {
    const call = `${entryPoint}(${args})`;
    const [left, right] = /^[[{]/.test(expected) ? [json(call), json(expected)] : [call, expected];
    return `  console.assert(${left} === ${right});`;
  });
  const tests = `const check = () => {\n${assertions.join('\n')}\n};\ncheck();\n`;
  return { id: `bundled/${entryPoint}`, entryPoint, solution, tests, property };
}

const json = (source: string): string => `JSON.stringify(${source})`;
