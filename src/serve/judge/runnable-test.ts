import { parse } from '@babel/parser';
import type { Program, Statement } from '@babel/types';
import { namesIn } from './names.ts';

/** What declares tests; the last five are jest's. */
const testing = ['test', 'it', 'describe', 'suite', 'xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'];

// On the line of what follows, so that messages name the lines of the client.
const assertOfNode = "import assert from 'node:assert'; ";

/**
 * Makes a line that asserts something a module that can run: `expect(…)` outside of a test is put into one, and an
 * `assert` that comes from nowhere is Node's. Whatever is a module of tests already, or does not parse, stays as it is.
 *
 * @param entryPoint What is tested: a call of that name declares no test.
 */
export function runnableTest(text: string, entryPoint?: string): string {
  const program = parsed(text);
  if (program === undefined) return text;
  const { used, bound, declares } = namesIn(program);
  if (testing.some((name) => name !== entryPoint && declares.has(name))) return text;
  const prelude = used.has('assert') && !bound.has('assert') ? assertOfNode : '';
  return prelude + (used.has('expect') ? insideTest(text, program.body) : text);
}

function parsed(text: string): Program | undefined {
  try {
    return parse(text, { sourceType: 'module', plugins: ['typescript'], attachComment: false }).program;
  } catch {
    return undefined;
  }
}

/** Imports stay outside: a function cannot hold them. */
function insideTest(text: string, body: readonly Statement[]): string {
  const end = body.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0;
  return `${text.slice(0, end)}; test('assertion', async () => {${text.slice(end)}\n});`;
}
