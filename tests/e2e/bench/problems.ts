import { writeFileSync } from 'node:fs';

interface OwnProblem {
  readonly task_id: string;
  readonly entry_point: string;
  readonly prompt: string;
  readonly canonical_solution: string;
  readonly test: string;
  readonly [name: string]: unknown;
}

const imports = `import { expect, test } from 'vitest';\n`;

/** Four problems: in TypeScript and JavaScript, with vitest and console.assert, one with weak tests, one hard. */
export const problems: readonly OwnProblem[] = [
  {
    task_id: 'own/clamp',
    language: 'ts',
    entry_point: 'clamp',
    topics: ['numbers'],
    difficulty: 'easy',
    prompt: `/** Brings a number between two bounds. */\nexport function clamp(value: number, low: number, high: number): number {\n`,
    canonical_solution: '  return Math.min(Math.max(value, low), high);\n}\n',
    test: `${imports}import { clamp } from './solution';
test('above', () => { expect(clamp(5, 0, 3)).toBe(3); });
test('below', () => { expect(clamp(-1, 0, 3)).toBe(0); });
test('between', () => { expect(clamp(2, 0, 3)).toBe(2); });`,
  },
  {
    task_id: 'own/initials',
    language: 'js',
    entry_point: 'initials',
    topics: ['texts'],
    difficulty: 'easy',
    prompt: '// The first letters of the words of a name, in upper case.\nfunction initials(name) {\n',
    canonical_solution: "  return name.split(' ').map((word) => word[0].toUpperCase()).join('');\n}\n",
    buggy_solution: "  return name.split(' ').map((word) => word[0]).join('');\n}\n",
    test: "console.assert(initials('ada king lovelace') === 'AKL');\nconsole.assert(initials('Grace Hopper') === 'GH');",
    example_test: "console.assert(initials('Grace Hopper') === 'GH');",
  },
  {
    task_id: 'own/weak',
    language: 'js',
    entry_point: 'total',
    topics: ['numbers'],
    difficulty: 'easy',
    prompt: '// The sum of a list of numbers.\nfunction total(list) {\n',
    canonical_solution: '  return list.reduce((sum, value) => sum + value, 0);\n}\n',
    test: 'console.assert(typeof total([1, 2]) === "number");',
  },
  {
    task_id: 'own/hard',
    language: 'ts',
    entry_point: 'collatz',
    topics: ['numbers'],
    difficulty: 'hard',
    prompt: '// Steps of the Collatz sequence from n to 1.\nexport function collatz(n: number): number {\n',
    canonical_solution: `  let steps = 0;
  for (let at = n; at !== 1; at = at % 2 === 0 ? at / 2 : 3 * at + 1) steps += 1;
  return steps;
}
`,
    test: `${imports}import { collatz } from './solution';
test('known', () => { expect([1, 2, 3, 7, 27].map((n) => collatz(n))).toEqual([0, 1, 7, 16, 111]); });`,
  },
];

/** A whole right program for a problem, fenced as a chat model writes it. */
export function rightReply(taskId: string): string {
  const problem = problems.find(({ task_id: id }) => id === taskId);
  if (problem === undefined) throw new Error(`no problem ${taskId}`);
  return fenced(`${problem.prompt}${problem.canonical_solution}`);
}

/** A program that defines what is asked for and is wrong. */
export function wrongReply(taskId: string): string {
  const problem = problems.find(({ task_id: id }) => id === taskId);
  return fenced(`export function ${problem?.entry_point ?? ''}() {\n  return undefined;\n}\n`);
}

function fenced(code: string): string {
  return `Here it is:\n\n\`\`\`ts\n${code}\`\`\`\n`;
}

export function writeRows(file: string, rows: readonly object[]): string {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}
