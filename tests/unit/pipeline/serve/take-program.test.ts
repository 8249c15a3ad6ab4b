import { describe, expect, test } from 'vitest';
import { takeProgram } from '../../../../src/pipeline/serve/take-program.ts';

const code = 'const add = (a: number, b: number) => a + b;';
const asked = { language: 'ts' } as const;

describe('what is sent as a program', () => {
  test.each([
    code,
    `${code}\nconst text = \`\n\`;`,
    'module.exports = { add: (a, b) => a + b };',
    'const doc = `\n\\`\\`\\`ts\nlet a\n\\`\\`\\`\n`;',
    'while (true) {}',
  ])('stays as it is where it is one: %s', (program) => {
    expect(takeProgram(program, asked)).toEqual({ code: program });
  });

  test.each([
    ['a fence alone', `\`\`\`ts\n${code}\n\`\`\``],
    ['a fence after a word', `Solution:\n\`\`\`ts\n${code}\n\`\`\``],
    ['prose', `Here it is.\n\n\`\`\`typescript\n${code}\n\`\`\`\nIt adds.`],
    ['a think block', `<think>Let me see: \`\`\`ts\nlet x = 1\n\`\`\`</think>\n\`\`\`ts\n${code}\n\`\`\``],
  ])('is taken out of %s', (_name, reply) => {
    expect(takeProgram(reply, asked)).toMatchObject({ code: expect.stringContaining(code), form: expect.anything() });
    expect(takeProgram(reply, asked)).not.toMatchObject({ code: expect.stringContaining('```') });
  });

  test('loses the language that a fence of it named', () => {
    expect(takeProgram(`typescript\n${code}`, asked)).toEqual({ code });
    expect(takeProgram('ts', asked)).toEqual({ code: 'ts' });
  });

  test.each([
    ['I cannot do that, sorry.', 'no-code'],
    ['<think>still thinking', 'truncated'],
  ])('is none: %j', (reply, problem) => {
    expect(takeProgram(reply, asked)).toMatchObject({ ok: false, problem });
  });
});
