import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readFields } from '../../../src/replies/index.ts';

describe('readFields', () => {
  test.each([
    ['entryPoint', 'entry_point'],
    ['Entry Point', 'entry_point'],
    ['ENTRY_POINT', 'entry_point'],
    ['entry-point', 'entry_point'],
    ['**Entry point**', 'entry_point'],
    ['someURLPart', 'some_url_part'],
    ['step2Result', 'step2_result'],
    ['Größe', 'größe'],
    ['题目', '题目'],
  ])('the key %j becomes %j', (key, name) => {
    expect(readFields({ [key]: 1 })).toEqual({ [name]: 1 });
  });

  test('a key that is a wanted name but for its separators becomes it', () => {
    expect(readFields({ entrypoint: 'f', Title: 'T' }, ['entry_point', 'title'])).toEqual({
      entry_point: 'f',
      title: 'T',
    });
  });

  test('of two keys that become one, the first counts', () => {
    expect(readFields({ title: 'first', Title: 'second' })).toEqual({ title: 'first' });
  });

  test('a wanted name is no wrapper', () => {
    expect(readFields({ result: { a: 1 } }, ['result'])).toEqual({ result: { a: 1 } });
    expect(readFields({ Answer: { a: 1 }, n: 1 }, ['answer'])).toEqual({ answer: { a: 1 }, n: 1 });
  });

  test('an object beside others in a wrapper of an unknown name stays', () => {
    expect(readFields({ limits: { n: 1 }, title: 'T' })).toEqual({ limits: { n: 1 }, title: 'T' });
  });

  test.each([[undefined], [null], [1], ['a'], ['{"a": '], [[]], [[1]], [[{ a: 1 }, { b: 2 }]]])(
    '%j holds no fields',
    (value) => {
      expect(readFields(value)).toBeUndefined();
    },
  );

  test('a key that objects have by themselves is a field like others', () => {
    const fields = readFields(JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'));
    expect(Object.entries(fields ?? {})).toEqual([
      ['proto', { a: 1 }],
      ['constructor', 1],
    ]);
  });

  test('wrapping without end is no object', () => {
    let value: unknown = { a: 1 };
    for (let depth = 0; depth < 100; depth += 1) value = { task: value };
    expect(readFields(value)).toBeUndefined();
  });
});

const wrapping = fc.constantFrom<(value: unknown) => unknown>(
  (value) => [value],
  (value) => ({ task: value }),
  (value) => ({ thoughts: 'easy', result: value }),
  (value) => ({ name: 'submit', arguments: JSON.stringify(value) }),
);

property.prop([
  fc.dictionary(fc.constantFrom('title', 'entry_point', 'topics', 'step2'), fc.jsonValue(), { minKeys: 2 }),
  fc.array(wrapping, { maxLength: 4 }),
])('fields come out of any few wrappings as they went in', (written, wrappings) => {
  const fields: unknown = JSON.parse(JSON.stringify(written));
  const wrapped = wrappings.reduce((value, wrap) => wrap(value), fields);
  expect(readFields(wrapped)).toEqual(fields);
});
