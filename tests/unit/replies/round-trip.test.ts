import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractCode, extractJson, extractSuite, extractText } from '../../../src/replies/index.ts';

const modules = [
  'export function area(w: number, h: number): number {\n  return w * h;\n}\n',
  '/**\n * ```ts\n * area(1, 2)\n * ```\n */\nexport const area = <T extends number>(w: T, h: T) => w * h;\n\nconsole.log(area(1, 2));\n',
  'export interface Box {\n  w: number;\n}\n\nfunction area(box: Box): number {\n\treturn box.w ** 2;\n}\n\nexport { area };\n',
  "export class area {\n  #w = `</think> ${'```'}`;\n\n  get w(): string {\n    return this.#w;\n  }\n}\n",
];
const suite =
  "import { expect, it } from 'vitest';\nimport { area } from './solution';\n\nit('multiplies', () => {\n  expect(area(2, 3)).toBe(6);\n});\n";

const word = fc.constantFrom(
  'Sure!',
  'Here',
  'is',
  'the',
  'code:',
  'note',
  'O(n)',
  '**bold**',
  '`x`',
  '1.',
  '-',
  'if',
  "it's",
  '(a)',
  '#',
);
const prose = fc
  .array(
    fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => `Well, ${words.join(' ')}`),
    { maxLength: 3 },
  )
  .map((lines) => lines.map((line) => `${line}\n\n`).join(''));
const fence = fc.constantFrom('```', '````', '~~~', '~~~~~');
const tag = fc.constantFrom('', 'ts', 'TS', 'typescript', ' TypeScript', 'tsx', 'js', 'ts solution.ts');
const lineEnd = fc.constantFrom('\n', '\r\n');
const thought = fc.constantFrom(
  '',
  '<think>\nHm, `area`?\n</think>\n',
  '<think></think>\n\n',
  '<THINK>no fence: ```ts</THINK>\n',
);

/** Code in a fence of some kind, indented as within a list or not. */
const fenced = (code: string) =>
  fc
    .record({ fence, tag, indent: fc.constantFrom('', '  ', '    ') })
    .map(({ fence, tag, indent }) => `${fence}${tag}\n${code}${fence}\n`.replace(/^(?=.)/gm, indent));

const reply = (code: string) =>
  fc
    .record({ bom: fc.constantFrom('', '\uFEFF'), thought, before: prose, block: fenced(code), after: prose, lineEnd })
    .map(({ bom, thought, before, block, after, lineEnd }) =>
      (bom + thought + before + block + after).replaceAll('\n', lineEnd),
    );

describe('whatever a reply puts round it', () => {
  test.each(modules.map((code) => [code]))('the code comes back: %#', (code) => {
    fc.assert(
      fc.property(reply(code), (text) => {
        expect(extractCode(text, { entryPoint: 'area', language: 'ts' })).toMatchObject({ ok: true, code });
      }),
    );
  });

  test('the suite comes back, beside any solution', () => {
    const both = fc.constantFrom(...modules).chain((code) => fc.tuple(fenced(code), reply(suite), fc.boolean()));
    fc.assert(
      fc.property(both, ([solution, text, first]) => {
        const whole = first
          ? `${text}\n${solution}`
          : `${solution}\n${text.replace(/<think>[^]*<\/think>|\uFEFF/i, '')}`;
        expect(extractSuite(whole)).toMatchObject({ ok: true, code: suite });
      }),
    );
  });

  test('JSON comes back, fenced or bare', () => {
    const value = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 })
      .map((json) => JSON.stringify(json, null, 2));
    const wrapped = value.chain((json) =>
      fc.tuple(
        fc.constant(json),
        fc.oneof(
          reply(`${json}\n`),
          fc.tuple(prose, prose).map(([a, b]) => a + json + b),
        ),
      ),
    );
    fc.assert(
      fc.property(wrapped, ([json, text]) => {
        expect(extractJson(text)).toMatchObject({ ok: true, value: JSON.parse(json) });
      }),
    );
  });
});

test('cut anywhere, the code is whole or refused, and never a part', () => {
  const code = modules[0] ?? '';
  const text = `Here it is:\n\n\`\`\`ts\n${code}\`\`\`\n`;
  for (let end = 0; end <= text.length; end += 1) {
    const result = extractCode(text.slice(0, end), { entryPoint: 'area', language: 'ts' });
    if (result.ok) expect(result.code).toBe(code);
  }
});

test('any text at all gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const result of [extractCode(text, { language: 'ts' }), extractSuite(text), extractJson(text)]) {
        expect(result.ok || result.message !== '').toBe(true);
      }
    }),
  );
});

test.each([
  ['blanks', `${' '.repeat(100_000)}x`],
  ['blank lines', `${'\n'.repeat(100_000)}x`],
  ['brackets', '{"a": ['.repeat(20_000)],
  ['fences', '```\n'.repeat(20_000)],
  ['commas and comments', `[${',/*'.repeat(30_000)}`],
  ['unfinished code', `export function f() {\n${'  f();\n'.repeat(15_000)}`],
  ['ends of thoughts', 'a</think>\n'.repeat(10_000)],
])('a hostile reply of %s is read in no more than a moment', { timeout: 5000 }, (_, text) => {
  for (const extract of [extractSuite, extractJson, extractText]) extract(text);
});
