import { describe, expect, test } from 'vitest';
import { extractCode } from '../../../src/replies/index.ts';

const code = 'export function double(n: number): number {\n  return n * 2;\n}\n';
const sketch = 'function double(n) {\n  // TODO: multiply\n}\n';
const want = { entryPoint: 'double', language: 'ts' } as const;
const extract = (reply: string) => extractCode(reply, want);

describe('the code comes out as it was written', () => {
  test.each([
    ['a ts fence', `\`\`\`ts\n${code}\`\`\``],
    ['an upper-case tag', `\`\`\`TypeScript\n${code}\`\`\``],
    ['a tag with attributes', `\`\`\`ts title="solution.ts" {1}\n${code}\`\`\``],
    ['a javascript tag', `\`\`\`javascript\n${code}\`\`\``],
    ['no tag', `\`\`\`\n${code}\`\`\``],
    ['tildes', `~~~typescript\n${code}~~~`],
    ['four backticks', `\`\`\`\`ts\n${code}\`\`\`\``],
    ['a wrong tag', `\`\`\`python\n${code}\`\`\``],
    ['prose around a fence', `Sure! Here it is:\n\n\`\`\`ts\n${code}\`\`\`\n\nIt runs in O(1).`],
    ['a fence within a list', `1. The solution:\n\n   \`\`\`ts\n${code.replace(/^(?=.)/gm, '   ')}   \`\`\`\n`],
    ['no fence', code],
    [
      'an indented fence after inline code',
      `\`\`\`n\`\`\` is doubled.\n\n${`\`\`\`ts\n${code}\`\`\``.replace(/^/gm, '  ')}`,
    ],
    ['no fence, and a fenced command', `${code}\nRun it:\n\n\`\`\`sh\nnode double.ts\n\`\`\`\n`],
    ['no fence, prose before', `Here is the module you asked for.\n\n${code}`],
    ['no fence, prose around', `Here is the module:\n\n${code}\nIt doubles n. Let me know!\n- fast\n- small`],
    ['carriage returns and a byte order mark', `\uFEFF${`\`\`\`ts\n${code}\`\`\``.replaceAll('\n', '\r\n')}`],
    ['an unclosed fence round whole code', `\`\`\`ts\n${code}`],
    ['an end-of-text token', `\`\`\`ts\n${code}\`\`\`<|im_end|>`],
  ])('%s', (_, reply) => {
    expect(extract(reply)).toEqual({ ok: true, code });
  });

  test('a demo at the bottom stays', () => {
    expect(extract(`\`\`\`ts\n${code}\nconsole.log(double(2));\n\`\`\``)).toEqual({
      ok: true,
      code: `${code}\nconsole.log(double(2));\n`,
    });
  });

  test('a comment that holds a fence does not end the block', () => {
    const commented = `/*\n\`\`\`ts\ndouble(2)\n\`\`\`\n*/\n${code}`;
    expect(extract(`\`\`\`ts\n${commented}\`\`\`\nDone.`)).toEqual({ ok: true, code: commented });
  });
});

describe('of several blocks', () => {
  test('the one that exports the entry point is taken', () => {
    expect(
      extract(`First:\n\`\`\`ts\n${sketch}\`\`\`\nso:\n\`\`\`ts\n${code}\`\`\`\n\`\`\`ts\ndouble(2); // 4\n\`\`\``),
    ).toEqual({
      ok: true,
      code,
    });
  });

  test('the last that exports it is taken', () => {
    const better = code.replace('n * 2', 'n + n');
    expect(extract(`\`\`\`ts\n${code}\`\`\`\nor better\n\`\`\`ts\n${better}\`\`\``)).toEqual({
      ok: true,
      code: better,
    });
  });

  test('a block that breaks off does not hide a whole one', () => {
    expect(extract(`\`\`\`ts\n${code}\`\`\`\nFor example:\n\`\`\`ts\nconst x = double(`)).toEqual({ ok: true, code });
  });

  test('a sketch does not stand in for a block that breaks off', () => {
    expect(extract(`\`\`\`ts\ntype N = number;\n\`\`\`\nNow:\n\`\`\`ts\nexport function double(n: N) {`)).toMatchObject(
      {
        problem: 'truncated',
      },
    );
  });
});

describe('reasoning', () => {
  test('a think block becomes the reasoning, and code in it is not the answer', () => {
    const reply = `<think>\nMaybe\n\`\`\`ts\nexport const double = 1;\n\`\`\`\nno.\n</think>\n\n\`\`\`ts\n${code}\`\`\``;
    expect(extract(reply)).toEqual({
      ok: true,
      code,
      reasoning: 'Maybe\n```ts\nexport const double = 1;\n```\nno.',
    });
  });

  test('a think block whose opening tag was swallowed', () => {
    expect(extract(`Twice is a sum.\n</think>\n\`\`\`ts\n${code}\`\`\``)).toEqual({
      ok: true,
      code,
      reasoning: 'Twice is a sum.',
    });
  });

  test('a think tag inside the code is code', () => {
    const tagged = "export const double = (s: string): string => s.replace('<think>', '');\n";
    expect(extract(`\`\`\`ts\n${tagged}\`\`\``)).toEqual({ ok: true, code: tagged });
  });

  test('a think block that does not end', () => {
    expect(extract('<think>\nLet me see')).toMatchObject({ ok: false, problem: 'truncated' });
  });
});

describe('code for the judge to refute', () => {
  test('a module without the entry point', () => {
    const other = code.replace('double', 'twice');
    expect(extract(`\`\`\`ts\n${other}\`\`\``)).toEqual({ ok: true, code: other });
  });

  test('a closed block with a syntax error', () => {
    const broken = 'export function double(n: number) {\n  return n * * 2;\n}\n';
    expect(extract(`\`\`\`ts\n${broken}\`\`\``)).toEqual({ ok: true, code: broken });
  });

  test.each(['@sealed\nexport class double {}\n', `${code}export { double };\n`, 'export { double };\n'])(
    'a closed block that no engine runs: %j',
    (odd) => {
      expect(extract(`\`\`\`ts\n${odd}\`\`\``)).toEqual({ ok: true, code: odd });
    },
  );
});

describe('nothing to extract', () => {
  test.each([
    ['empty', '', 'empty'],
    ['blank', ' \r\n\t', 'empty'],
    ['an apology', 'I am sorry, but I cannot help with that.', 'no-code'],
    ['one word', 'Sure', 'no-code'],
    ['a shell command', 'Run this:\n```bash\nnpm install left-pad\n```', 'no-code'],
    ['a fence that breaks off', '```ts\nexport function double(n: number) {\n  return', 'truncated'],
    ['bare code that breaks off', 'export function double(n: number) {\n  return (n +', 'truncated'],
    ['a template literal that breaks off', '```ts\nexport const double = `abc', 'truncated'],
    ['tagged Python', '```python\ndef double(n):\n    return n * 2\n```', 'wrong-language'],
    ['untagged Python', '```\ndef double(n: int) -> int:\n    return n * 2\n```', 'wrong-language'],
    ['Python tagged ts', '```ts\ndef double(n):\n    return n * 2\n```', 'wrong-language'],
    ['bare Python', 'Here you go:\n\ndef double(n):\n    return n * 2\n', 'wrong-language'],
    ['Python that breaks off', '```python\ndef double(n):\n    return (n *', 'wrong-language'],
    ['Go', '```\nfunc double(n int) int {\n\treturn n * 2\n}\n```', 'wrong-language'],
    ['Rust', '```rust\npub fn double(n: i64) -> i64 { n * 2 }\n```', 'wrong-language'],
    ['Java', '```java\npublic class A { static int d(int n) { return n * 2; } }\n```', 'wrong-language'],
  ])('%s', (_, reply, problem) => {
    expect(extract(reply)).toMatchObject({ ok: false, problem });
  });
});
