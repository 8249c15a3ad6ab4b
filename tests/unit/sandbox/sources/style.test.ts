import { expect, test } from 'vitest';
import type { TestStyle } from '../../../../sandbox/types.ts';
import { prepared } from './jobs.ts';

const suites: readonly (readonly [TestStyle, string])[] = [
  ['vitest', "import { expect, test } from 'vitest'; test('t', () => expect(1).toBe(1));"],
  ['vitest', "import { test } from '@fast-check/vitest'; test.prop([])('t', () => {});"],
  ['vitest', "import { test } from 'vitest'; import assert from 'node:assert'; test('t', () => assert(true));"],
  ['vitest', "const { test } = require('vitest'); test('jest', () => { console.assert(1); });"],
  ['vitest', "describe('d', () => { it('i', () => { expect(1).toBe(1); }); });"],
  ['vitest', "// jest.fn()\ntest('jest', () => expect(`jest`).toBe('jest'));"],
  ['vitest', "const { expect } = require('chai'); describe('d', () => it('i', () => expect(1).to.equal(1)));"],
  ['jest', "import { expect, test } from '@jest/globals'; test('t', () => expect(1).toBe(1));"],
  ['jest', "const { test } = require('@jest/globals'); test('t', () => {});"],
  ['jest', "test('t', () => expect(jest.fn()).not.toHaveBeenCalled());"],
  ['jest', "describe('d', () => { xit('later', () => {}); });"],
  ['jest', "function run(jest) { jest(); } test('t', () => { jest.fn(); run(1); });"],
  ['assert', "const assert = require('assert'); assert.equal(1, 1);"],
  ['assert', "import { strict as assert } from 'node:assert'; assert.equal(1, 1);"],
  ['assert', "import assert from 'assert/strict'; console.assert(1); assert(1);"],
  ['assert', 'assert.deepStrictEqual([1], [1]);'],
  ['assert', "const { equal } = await import('node:assert'); equal(1, 1);"],
  ['console.assert', 'console.assert(1 === 1);'],
  ['console.assert', "console['assert'](1 === 1, 'expect(1) test() assert');"],
  ['console.assert', 'const { assert } = console; assert(1);'],
  ['console.assert', 'const check = () => { console.assert(it(1) === 1); }; function it(n) { return n; } check();'],
  ['throw', "if (1 !== 1) throw new Error('console.assert');"],
  ['throw', 'function assert(ok) { if (!ok) throw new Error(); } assert(1);'],
  ['throw', 'const describe = (name, f) => f(); describe("d", () => {});'],
  ['throw', "import fc from 'fast-check'; fc.assert(fc.property(fc.nat(), (n) => n >= 0));"],
  ['throw', 'const console = { assert() {} }; console.assert(0);'],
  ['throw', '/* describe() */ ({ test: 1, expect() {} }).test; label: { break label; }'],
  ['throw', ''],
];

test.each(suites)('%s: %s', (style, suite) => {
  expect(prepared({ suite, language: 'js' }).style).toBe(style);
  expect(prepared({ suite, language: 'ts' }).style).toBe(style);
});

test('a style that is given is taken', () => {
  expect(prepared({ suite: "import 'vitest';", style: 'assert' }).style).toBe('assert');
});

test('a global with the name of what is tested says nothing about the style', () => {
  const suite = 'console.assert(test(1) === 1);';
  const solution = 'function test(n) { return n; }';
  expect(prepared({ solution, suite, entryPoint: 'test', language: 'js' }).style).toBe('console.assert');
});

test('a solution cannot change the style by what it declares', () => {
  const solution = 'function assert() {} function test() {} function expect() {}';
  expect(prepared({ solution, suite: 'assert(false);', language: 'js' }).style).toBe('assert');
  expect(prepared({ solution, suite: "test('t', () => {});", language: 'js' }).style).toBe('vitest');
});
