import { describe, expect, test } from 'vitest';
import { addProblem, body, extract, programOf, whole } from './own-problem.ts';

const { prompt } = addProblem;

describe('a bare reply', () => {
  test('that continues the prompt is put behind it', () => {
    expect(extract(body)).toEqual({ ok: true, form: 'continuation', code: `${prompt}${body}`, notes: [] });
  });

  test('is cut where the model goes on after the end', () => {
    const more = [
      '\nfunction other() {}\n',
      '\n// Example usage:\nadd(1, 2',
      '\n```\nThis adds.',
      '\nThis adds two numbers, of course.',
    ];
    for (const rest of more) expect(programOf(`${body}${rest}`)).toBe(`${prompt}${body}`);
  });

  test('that was stopped at its last brace gets it', () => {
    expect(extract('  return a + b;')).toMatchObject({
      code: `${prompt}  return a + b;\n}\n`,
      notes: ['closed the last brace'],
    });
  });

  test('continues prompts that end with a signature, or with an arrow', () => {
    const signature = { prompt: '// Sum.\nfunction add(a: number, b: number): number' };
    expect(programOf('{\n    return a + b;\n}', signature)).toBe(`${signature.prompt} {\n    return a + b;\n}\n`);
    const arrow = { prompt: '// Sum.\nconst add = (a, b) => {\n', language: 'js' as const };
    expect(programOf('  return a + b;\n};\n', arrow)).toBe(`${arrow.prompt}  return a + b;\n};\n`);
  });

  test('that is a whole program is taken as it is, with prose before and after cut off', () => {
    expect(extract(`${prompt}${body}`)).toMatchObject({ form: 'program', code: `${prompt}${body}` });
    expect(programOf(whole)).toBe(whole);
    expect(programOf(`Here is the code:\n\n${whole}\n\nIt adds the numbers.`)).toBe(whole);
  });

  test('has end-of-text tokens taken off', () => {
    expect(programOf(`${whole}<|im_end|>`)).toBe(whole);
  });

  test('gets the helpers that its prompt declares, and leaves out', () => {
    const helper = 'function plus(x, y) { return x + y; }';
    const problem = { prompt: `${helper}\n\nfunction add(a, b) {\n`, tests: 'console.assert(plus(1, 1) === 2);' };
    const reply = 'function add(a, b) { return plus(a, b); }\n';
    expect(extract(reply, problem)).toMatchObject({
      code: `${helper}\n\n${reply}`,
      notes: ['added what the prompt declares'],
    });
  });
});

describe('a reply without a program', () => {
  const cases: readonly (readonly [problem: string, reply: string, message: string, finishReason: string])[] = [
    ['empty', '  \n', 'the reply is empty', 'stop'],
    ['truncated', '<think>\nLet me see', 'the reply ends inside its <think> block', 'stop'],
    ['truncated', '```ts\nfunction add(a, b) {\n  return a +', 'breaks off', 'length'],
    ['wrong-language', '```python\ndef add(a, b):\n    return a + b\n```', "the reply's code is Python", 'stop'],
    ['wrong-language', 'def add(a, b):\n    return a + b\n', "the reply's code is Python", 'stop'],
    ['no-code', 'I am sorry, I cannot do that.', 'no part of the reply is a program', 'stop'],
    [
      'other-name',
      '```ts\nfunction Add(a, b) { return a + b; }\n```',
      'the reply defines Add; add was asked for',
      'stop',
    ],
    [
      'other-name',
      '```ts\nexport const solution = (a, b) => a + b;\n```',
      'defines solution; add was asked for',
      'stop',
    ],
  ];
  test.each(cases)('%s: %j', (problem, reply, message, finishReason) => {
    const found = extract(reply, {}, finishReason);
    expect(found).toMatchObject({ ok: false, problem });
    if (!found.ok) expect(found.message).toContain(message);
  });

  test('is told from one that broke off after its program was whole', () => {
    expect(extract(`\`\`\`ts\n${whole}\nconsole.log(add(1,`, {}, 'length')).toMatchObject({ code: whole, ok: true });
  });

  test('costs no more than its length, however hostile', () => {
    for (const hostile of ['('.repeat(200_000), '```ts\n'.repeat(20_000), '{'.repeat(100_000), 'a\n'.repeat(200_000)]) {
      expect(extract(hostile).ok).toBe(false);
    }
  });
});
