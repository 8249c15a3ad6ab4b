import { afterEach, expect, test } from 'vitest';
import { find, refusal, sourceOf } from '../../../../sandbox/host/offered.ts';
import { setPackages } from '../../../../sandbox/host/packages.ts';

afterEach(() => setPackages({}));

test('a package is found by its name, with the offered modules that it requires', () => {
  const one = '(require=>[require("util"),require(`two`),()=>require("fs"),require("util"),x.require("path")])';
  setPackages({ one, two: '(require=>2)' });
  expect(find('one')).toEqual({ name: 'one', exports: undefined, requires: ['util', 'two'] });
  expect(find('two')).toMatchObject({ requires: [] });
  expect(sourceOf('one')).toBe(one);
});

test('what a package requires follows its source', () => {
  setPackages({ one: 'require("util")' });
  expect(find('one')?.requires).toEqual(['util']);
  setPackages({ one: 'require("path")' });
  expect(find('one')?.requires).toEqual(['path']);
});

test("Node's modules are found beside packages, and a member of every object is no package", () => {
  setPackages({ one: '' });
  expect(find('node:util')?.name).toBe('util');
  expect(find('toString')).toBeUndefined();
  expect(refusal('toString')).toContain('guest.packages');
});
