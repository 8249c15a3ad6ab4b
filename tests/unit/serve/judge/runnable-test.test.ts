import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { runnableTest } from '../../../../src/serve/judge/runnable-test.ts';

const assertOfNode = "import assert from 'node:assert'; ";

describe('a line that asserts something', () => {
  test.each([
    ['assert(f(1) === 2)', `${assertOfNode}assert(f(1) === 2)`],
    ['assert.equal(test(1), 2)', `${assertOfNode}assert.equal(test(1), 2)`],
    ['expect(f(1)).toBe(2) // so', "; test('assertion', async () => {expect(f(1)).toBe(2) // so\n});"],
    [
      "import { f } from './solution';\nexpect(f(1)).toBe(2)",
      "import { f } from './solution';; test('assertion', async () => {\nexpect(f(1)).toBe(2)\n});",
    ],
  ])('%j becomes one that runs', (text, runnable) => {
    expect(runnableTest(text)).toBe(runnable);
  });

  test('keeps an assert that it has', () => {
    for (const text of [
      "import * as assert from 'assert'; assert(f(1))",
      "import { strict as assert } from 'assert'; assert(f(1))",
      "const assert = require('assert'); assert(f(1))",
      'function assert(fine: boolean) { if (!fine) throw 1 } assert(f(1))',
    ]) {
      expect(runnableTest(text)).toBe(text);
    }
  });

  test('is not given an assert for a property of that name, which would hide what console.assert says', () => {
    for (const text of ['console.assert(f(1) === 2)', 'if (f({ assert: 1 }).assert) throw 1']) {
      expect(runnableTest(text)).toBe(text);
    }
  });

  test('may test a function that is called like one that declares tests', () => {
    expect(runnableTest('assert(it((x) => x) === 2)', 'it')).toContain(assertOfNode);
    expect(runnableTest('it(1); assert(it(2))', 'it')).toContain(assertOfNode);
  });
});

describe('a module of tests', () => {
  test.each([
    "test('a', () => { expect(f(1)).toBe(2) })",
    "it.each([1])('%s', (n) => { assert.equal(f(n), 2) })",
    'for (const n of [1]) test(String(n), () => { expect(f(n)).toBe(2) })',
    '[1].forEach((n) => it(String(n), () => { expect(f(n)).toBe(2) }))',
    "describe('f', () => { it('a', async () => { assert(await f(1)) }) })",
    "test.each`a\n${1}`('$a', ({ a }) => { expect(f(a)).toBe(2) })",
    'const check = () => expect(f(1)).toBe(2);\ntest("a", check);',
  ])('stays as it is: %s', (text) => {
    expect(runnableTest(text)).toBe(text);
  });
});

describe('what does not parse', () => {
  test.each(['expect(f(1)).toBe(', 'assert(', '#'])('stays as it is: %s', (text) => {
    expect(runnableTest(text)).toBe(text);
  });

  property.prop([fc.string()])('and whatever comes, nothing of it is lost', (text) => {
    expect(runnableTest(text)).toContain(text.trim());
  });
});

test('a syntax tree may be deeper than the stack', () => {
  const [calls, members] = [`assert(f${'()'.repeat(50_000)})`, `assert(f${'.a'.repeat(50_000)})`];
  expect(runnableTest(calls)).toBe(assertOfNode + calls);
  expect(runnableTest(members)).toBe(assertOfNode + members);
});
