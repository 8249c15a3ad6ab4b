import { readBlocks } from '../../bench/extract/blocks.ts';
import { extractProgram } from '../../bench/extract/extract-program.ts';
import { isProgram } from '../../bench/extract/program.ts';
import { readReply } from '../../replies/reply.ts';
import type { ProgramRequest } from './request.ts';

export type FoundProgram =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly message: string };

/**
 * The program that is to be judged: what was sent where that is code, and otherwise what a model's reply has of it. Tests
 * see the declarations of a program that exports nothing.
 */
export function programOf(
  { program: content, entry_point: entryPoint, tests }: ProgramRequest,
  language: 'ts' | 'js',
): FoundProgram {
  if (content.trim() !== '' && !fence.test(content) && isProgram(content)) return { ok: true, code: content };
  const [suite = ''] = tests;
  const named = entryPoint === undefined ? {} : { entryPoint };
  const found = extractProgram(
    { content },
    { id: '', prompt: '', language, tests: suite, stop: [], topics: [], ...named },
  );
  if (found.ok) return { ok: true, code: found.code };
  const code = declaringBlock(content);
  return code === undefined ? { ok: false, message: found.message } : { ok: true, code };
}

/** With a word and a colon before it, even a fence is code: a label, and templates. */
const fence = /^[ \t]*(?:```|~~~)/mu;

/** The last block of a reply that declares anything. */
function declaringBlock(content: string): string | undefined {
  const { text, brokeOffThinking } = readReply(content);
  if (brokeOffThinking) return undefined;
  return readBlocks(text).findLast(({ program }) => (program?.declares.size ?? 0) > 0)?.code;
}

const declaresTests = /(?<![.\w])(?:test|it|describe)(?:\.\w+)*\s*\(/u;
const loads = /^\s*import\b|(?<![.\w])require\s*\(/mu;
const expects = /(?<![.\w])expect\s*\(/u;
const asserts = /(?<![.\w])assert\b/u;

/** Tests as the judge takes them: bare expectations become a test, and bare assertions are those of Node. */
export function suiteOf(tests: string): string {
  if (loads.test(tests) || declaresTests.test(tests)) return tests;
  if (expects.test(tests)) return `test('expectations', async () => {\n${tests}\n});\n`;
  return asserts.test(tests) ? `import assert from 'node:assert';\n${tests}\n` : tests;
}
