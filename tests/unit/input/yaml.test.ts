import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../../src/input/yaml.ts';
import { tempFile } from '../support/temp-dir.ts';
import { thrown } from '../support/thrown.ts';

const schema = z.strictObject({
  a: z.strictObject({ b: z.int(), c: z.array(z.string()).default([]) }),
});

function read(text: string) {
  const path = tempFile('it.yaml', text);
  return { path, read: () => readYaml({ path, what: 'the thing', code: 'thing-invalid', schema }) };
}

/** What is said about a text, with the path of its file left out. */
function complaint(text: string): string {
  const { path, read: action } = read(text);
  const error = thrown(action);
  expect(error).toMatchObject({ code: 'thing-invalid', exit: 2 });
  return error.message.replaceAll(path, 'FILE');
}

describe('readYaml', () => {
  test('gives the validated value, defaults filled in', () => {
    expect(read('a: { b: 1 }').read().value).toEqual({ a: { b: 1, c: [] } });
  });

  test.each([
    ['a type', 'a:\n  b: x\n', 'FILE:2: a.b: '],
    ['an item of a list', 'a:\n  b: 1\n  c:\n    - one\n\n    # a comment\n    - 2\n', 'FILE:7: a.c.1: '],
    ['a key that is missing, at its parent', '\na:\n  c: []\n', 'FILE:2: a.b: '],
    ['an unknown key, at the key', 'a:\n  b: 1\nzz: 2\n', 'FILE:3: Unrecognized key: "zz"'],
    ['an unknown key inside', 'a:\n  b: 1\n  zz: 2\n', 'FILE:3: a: Unrecognized key: "zz"'],
    ['a quoted key', 'a:\n  "b": x\n', 'FILE:2: a.b: '],
    ['a whole file', '- 1\n', 'FILE:1: '],
    ['an empty file', '', 'FILE:1: '],
    ['CRLF', 'a:\r\n  b: x\r\n', 'FILE:2: a.b: '],
    ['a flow over several lines', 'a: {\n  b: 1,\n  c: [x,\n    5] }\n', 'FILE:4: a.c.1: '],
  ])('names file, line and key of %s', (_what, text, start) => {
    expect(complaint(text).slice(0, start.length)).toBe(start);
  });

  test('names everything that is wrong, a line each', () => {
    const lines = complaint('a:\n  b: x\n  c: [1]\nq: 1\n').split('\n');
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'FILE:2: a.b:',
      'FILE:3: a.c.0:',
      'FILE:4: Unrecognized',
    ]);
  });

  test.each([
    ['a list that does not end', 'a:\n  b: [1,\n', /^FILE:[23]: not valid YAML: Flow sequence/u],
    ['a tab', 'a:\n\tb: 1', /^FILE:2: not valid YAML: Tabs are not allowed/u],
    ['a key given twice', 'a:\n  b: 1\n  b: 2\n', /^FILE:3: not valid YAML: Map keys must be unique$/u],
    ['an alias without an anchor', 'a:\n  b: *x\n', /^FILE:2: not valid YAML: Unresolved alias .*: x$/u],
    ['an alias without an anchor after one that has it', 'a: &x\n  b: 1\nc: *x\nd: *y\n', /^FILE:4: .*: y$/u],
    ['two documents', '---\na: 1\n---\nb: 1\n', /^FILE:3: not valid YAML: /u],
    ['too many aliases', bomb(), /^FILE:2: not valid YAML: Excessive alias count/u],
  ])('refuses %s, on one line', (_what, text, message) => {
    expect(complaint(text)).toMatch(message);
    expect(complaint(text)).not.toContain('\n');
  });

  test('finds the line of anything in a valid file', () => {
    const { lineOf } = read('# head\na:\n  c:\n    - x\n    - y\n  b: 1\n').read();
    const lines = [[], ['a'], ['a', 'c', 1], ['a', 'b'], ['a', 'missing'], ['a', 'c', 9, 'deeper']].map(lineOf);
    expect(lines).toEqual([1, 2, 5, 6, 2, 3]);
  });

  test('finds the bad line among any number of good ones, comments and blank lines', () => {
    const filler = fc.constantFrom('', '# a comment', '#  - 7');
    const line = fc.tuple(fc.array(filler, { maxLength: 3 }), fc.boolean());
    const finds = fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (items) => {
      const text = ['a:', '  b: 1', '  c:'];
      const bad: number[] = [];
      for (const [fillers, good] of items) {
        text.push(...fillers, good ? "    - 'fine'" : '    - 7');
        if (!good) bad.push(text.length);
      }
      if (bad.length === 0) return;
      const said = complaint(`${text.join('\n')}\n`).split('\n');
      expect(said.map((one) => Number(one.split(':')[1]))).toEqual(bad);
    });
    fc.assert(finds, { numRuns: 50 });
  });

  test('says what could not be read and why', () => {
    const error = thrown(() => readYaml({ path: '/no/such.yaml', what: 'the thing', code: 'x', schema }));
    expect(error).toMatchObject({ code: 'file-unreadable', exit: 2 });
    expect(error.message).toBe('Cannot read the thing /no/such.yaml: there is no such file. Check the path.');
  });
});

/** A thousand values from thirty: what aliases are refused for. */
function bomb(): string {
  const ten = (name: string): string => `[${Array.from({ length: 10 }, () => name).join(', ')}]`;
  return `l: &l ${ten('1')}\nm: &m ${ten('*l')}\nn: ${ten('*m')}\n`;
}
