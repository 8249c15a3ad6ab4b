import { describe, expect, test } from 'vitest';
import { extractJson } from '../../../src/replies/index.ts';

const value = {
  title: 'Braces {and [brackets',
  notes: ['a "quoted" word', 'a\nline', '```ts\ncode\n```'],
  n: -1.5,
  no: null,
};
const json = JSON.stringify(value, null, 2);

describe('JSON is found', () => {
  test.each([
    ['bare', json],
    ['fenced', `\`\`\`json\n${json}\n\`\`\``],
    ['fenced without a tag', `\`\`\`\n${json}\n\`\`\``],
    ['in prose', `Here is {the} task [1]: ${json} I hope it "helps".`],
    ['after other JSON', `Like \`{"a": 1}\`:\n\n\`\`\`json\n${json}\n\`\`\``],
    ['with trailing commas', json.replace('null\n}', 'null,\n}').replace('```"\n', '```",\n')],
    ['with comments', json.replace('{\n', '{\n  // the task\n  /* as asked */\n')],
    ['with raw line ends in strings', json.replace('a\\nline', 'a\nline')],
    ['in an unclosed fence', `\`\`\`json\n${json}`],
    ['with carriage returns', `\`\`\`json\n${json}\n\`\`\``.replaceAll('\n', '\r\n')],
  ])('%s', (_, reply) => {
    expect(extractJson(reply)).toEqual({ ok: true, value });
  });

  test('with a think block before', () => {
    expect(extractJson(`<think>{"no": 1}</think>${json}`)).toEqual({ ok: true, value, reasoning: '{"no": 1}' });
  });

  test('a tagged block goes before an untagged one', () => {
    expect(extractJson('```json\n{"a": 1}\n```\n\n```\n{"b": 2}\n```')).toEqual({ ok: true, value: { a: 1 } });
  });
});

describe('nothing to extract', () => {
  test.each([
    ['', 'empty'],
    ['No task today.', 'no-json'],
    ['A set {a, b} of [things].', 'no-json'],
    [json.slice(0, -4), 'truncated'],
    [`\`\`\`json\n${json.slice(0, 40)}`, 'truncated'],
    ['{"a": {"b": 1}', 'truncated'],
    ['<think>hm', 'truncated'],
  ])('%j', (reply, problem) => {
    expect(extractJson(reply)).toMatchObject({ ok: false, problem });
  });
});
