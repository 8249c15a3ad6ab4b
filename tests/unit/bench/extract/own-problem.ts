import { extractProgram, type Extraction } from '../../../../src/bench/extract/extract-program.ts';
import type { Problem } from '../../../../src/bench/problem.ts';

/** A problem whose prompt is to be continued. */
export const addProblem: Problem = {
  id: 'own/add',
  prompt: '/** The sum of two numbers. */\nfunction add(a: number, b: number): number {\n',
  entryPoint: 'add',
  language: 'ts',
  tests: 'console.assert(add(1, 2) === 3);',
  stop: ['\nfunction ', '\n//'],
  topics: [],
};

export const body = '  return a + b;\n}\n';
export const whole: string = `function add(a: number, b: number): number {\n${body}`;

export function extract(content: string, problem: Partial<Problem> = {}, finishReason = 'stop'): Extraction {
  return extractProgram({ content, finishReason }, { ...addProblem, ...problem });
}

/** The program of a reply; throws where there is none. */
export function programOf(content: string, problem: Partial<Problem> = {}): string {
  const found = extract(content, problem);
  if (!found.ok) throw new Error(`${found.problem}: ${found.message}`);
  return found.code;
}

export function fenced(code: string, tag = 'ts', fence = '```'): string {
  return `${fence}${tag}\n${code}\n${fence}`;
}
