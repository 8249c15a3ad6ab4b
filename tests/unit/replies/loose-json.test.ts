import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseLooseJson } from '../../../src/replies/loose-json.ts';

/** Slips that a model may make all through a value. */
interface Slips {
  readonly quote: '"' | "'" | '`';
  readonly trailingCommas: boolean;
  readonly bareKeys: boolean;
  readonly python: boolean;
  readonly rawLineEnds: boolean;
  readonly comments: boolean;
}

const slips: fc.Arbitrary<Slips> = fc.record({
  quote: fc.constantFrom('"', "'", '`'),
  trailingCommas: fc.boolean(),
  bareKeys: fc.boolean(),
  python: fc.boolean(),
  rawLineEnds: fc.boolean(),
  comments: fc.boolean(),
});

function written(value: unknown, how: Slips): string {
  if (typeof value === 'string') return quoted(value, how);
  if (typeof value !== 'object' || value === null) {
    const plain = String(value);
    return how.python ? ({ true: 'True', false: 'False', null: 'None' }[plain] ?? plain) : plain;
  }
  const members = Array.isArray(value)
    ? value.map((member) => written(member, how))
    : Object.entries(value).map(([key, member]) => `${keyOf(key, how)}: ${written(member, how)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const end = how.trailingCommas && members.length > 0 ? ',' : '';
  return `${open}${how.comments ? '// "so"\n' : ''}${members.join(how.comments ? ', /* {and */\n' : ', ')}${end}${close}`;
}

function keyOf(key: string, how: Slips): string {
  return how.bareKeys && /^[a-z_$][\w$]*$/i.test(key) ? key : quoted(key, how);
}

function quoted(text: string, { quote, rawLineEnds }: Slips): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(quote, quote === '"' ? '"' : `\\${quote}`);
  return `${quote}${rawLineEnds ? escaped.replaceAll(/(?<!\\)((?:\\\\)*)\\n/g, '$1\n') : escaped}${quote}`;
}

property.prop([fc.jsonValue({ maxDepth: 3 }), slips])(
  'a value comes back, whatever slips it was written with',
  (value, how) => {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    expect(parseLooseJson(written(plain, how))).toEqual(plain);
  },
);

describe('what could be meant in two ways is not guessed at', () => {
  test.each([
    ['{a, b}'],
    ['{"a": b}'],
    ['{"a": return}'],
    ['["a" + "b"]'],
    ['{"a": 1; "b": 2}'],
    ['{"a": ...}'],
    ['{"a": 1,, "b": 2}'],
    ['{"a": 1'],
    ['{"a": "b'],
    ["{'a': '"],
    ['{"a": """b'],
    ['{"a" "b"}'],
    ['//'],
    ['/*'],
    [''],
  ])('%j', (text) => {
    expect(() => parseLooseJson(text)).toThrow(SyntaxError);
  });
});

test('backslashes that JSON has no meaning for are kept', () => {
  expect(parseLooseJson(String.raw`{"a": "\d\w\.\u12\"", 'b': 'it\'s'}`)).toEqual({
    a: String.raw`\d\w\.\u12"`,
    b: "it's",
  });
});
