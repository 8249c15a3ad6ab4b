import { expect, test } from 'vitest';
import { extractCode, extractJson, extractSuite, extractText } from '../../../src/replies/index.ts';

const length = 100_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(length / unit.length));
const many = (one: (at: number) => string): string => Array.from({ length: 2000 }, (_, at) => one(at)).join('');

/** Replies that a search without a bound would take minutes over. */
const replies: Readonly<Record<string, string>> = {
  'opening tags': fill('<answer>\n'),
  'opening tags on one line': fill('<answer>'),
  'bracket tags': fill('[CODE]\n'),
  'markdown fences': fill('```markdown\n'),
  'fences of two kinds': fill('```ts\nf(\n~~~\n'),
  'fences after prose': fill('so ```ts\n'),
  'quoted fences': fill('> ```ts\n> f(\n'),
  'quote marks': fill('> '),
  'fences on lines of code': fill('```ts\nf(```\n'),
  'prose in an open fence': `\`\`\`ts\n${fill('Hello there you\n\n')}`,
  'quotes in a string': `{"a": "${fill('x" ')}"}`,
  'line ends in a string': `{"a": "${fill('x\n')}}`,
  'single quotes': `{'a': '${fill("' ")}'}`,
  backslashes: `{"a": "${fill('\\')}"}`,
  'blanks after quotes': `{'a': '${fill(`'${' '.repeat(50)}`)}'}`,
  'escaped openings': fill('{\\"a\\":'),
  'strings of JSON': JSON.stringify(many((at) => `export const a${at} = 1;\n`).split('\n')),
  'fences in a string': JSON.stringify({ a: fill('```ts\nf(\n```\n') }),
  channels: fill('<|channel|>analysis'),
  'ends of turns': fill('<|im_end|>'),
  'sentence tokens': fill('<s> '),
  escapes: `\`\`\`ts\n${fill('&lt;\\n\\*“(')}\n\`\`\``,
  'imports of other blocks': `\`\`\`ts\n${many((at) => `import { a${at} } from './a';\n`)}export const f = 1;\n\`\`\`\n${many((at) => `\`\`\`ts\nexport function a${at}() {}\n\`\`\`\n`)}`,
  tests: `\`\`\`ts\nexport const f = 1;\n${fill("test('a', () => {});\n")}\`\`\``,
  'bare parts': fill('export const a = 1;\nHello there\n'),
};

test.each(Object.entries(replies))('a reply of %s is read, and costs little more than its length', (_, reply) => {
  expect(extractCode(reply, { entryPoint: 'f', language: 'ts' })).toHaveProperty('ok');
  expect(extractSuite(reply)).toHaveProperty('ok');
  expect(extractJson(reply)).toHaveProperty('ok');
  expect(extractText(reply)).toHaveProperty('ok');
});
