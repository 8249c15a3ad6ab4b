import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalised, resolver } from '../../../../sandbox/host/sources/resolve.ts';
import { prepared } from './jobs.ts';

const resolve = resolver(
  new Set(['util.ts', 'lib/index.ts', 'lib/deep/a.js', 'data.json', 'both.ts', 'both.js', '../shared.ts']),
);
const file = (path: string) => ({ kind: 'file', path });
const theSolution = { kind: 'solution' };
const missing = { kind: 'missing' };

test.each([
  ['solution', './util', file('util.ts')],
  ['solution', './util.ts', file('util.ts')],
  ['solution', './util.js', file('util.ts')],
  ['solution', './lib', file('lib/index.ts')],
  ['solution', './lib/', file('lib/index.ts')],
  ['solution', './lib/index.js', file('lib/index.ts')],
  ['solution', './lib/../util', file('util.ts')],
  ['solution', './data.json', file('data.json')],
  ['solution', './data', file('data.json')],
  ['solution', './both', file('both.ts')],
  ['solution', './both.js', file('both.js')],
  ['solution', '../shared', file('../shared.ts')],
  ['solution', '/util', file('util.ts')],
  ['solution', './other', missing],
  ['solution', './util.tsx', missing],
  ['lib/index.ts', './deep/a', file('lib/deep/a.js')],
  ['lib/index.ts', '../util', file('util.ts')],
  ['lib/deep/a.js', '..', file('lib/index.ts')],
  ['lib/deep/a.js', '../../util.js', file('util.ts')],
  ['lib/deep/a.js', './b', missing],
  ['lib/deep/a.js', '../../solution', theSolution],
  ['lib/index.ts', '../solution.js', theSolution],
  ['lib/index.ts', '../index', theSolution],
  ['solution', 'node:assert', { kind: 'bare', name: 'node:assert' }],
  ['suite', 'lodash/isEqual', { kind: 'bare', name: 'lodash/isEqual' }],
  ['suite', '@scope/name', { kind: 'bare', name: '@scope/name' }],
  ['suite', 'solution', { kind: 'bare', name: 'solution' }],
  ['suite', './util', file('util.ts')],
  ['suite', '../src/lib', theSolution],
  ['suite', '../lib', file('lib/index.ts')],
  ['suite', './solution', theSolution],
  ['suite', './solution.ts', theSolution],
  ['suite', '../solution.mjs', theSolution],
  ['suite', './two-fer', theSolution],
  ['suite', '../src/foo.js', theSolution],
  ['suite', '.', theSolution],
  ['suite', '..', theSolution],
  ['suite', './index', theSolution],
  ['suite', '@/util', file('util.ts')],
  ['suite', '~/anything', theSolution],
])('%s: %s', (from, specifier, expected) => {
  expect(resolve(from, specifier)).toEqual(expected);
});

test('paths have one form', () => {
  expect(['./a/b.ts', 'a//b.ts', 'a/./b.ts', '/a/b.ts', 'a\\b.ts', 'c/../a/b.ts'].map(normalised)).toEqual(
    Array(6).fill('a/b.ts'),
  );
  expect(normalised('../a.ts')).toBe('../a.ts');
});

test('whatever a suite asks for is found, if it is relative', () => {
  const part = fc.constantFrom('a', 'lib', 'util.ts', '..', '.', '', 'solution', 'é');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(['solution', 'file']).toContain(resolve('suite', `./${parts.join('/')}`).kind);
    }),
    { seed: 11 },
  );
});

test('a suite that imports the solution gets no globals', () => {
  const suite =
    "import { a } from './solution'; import b from '../src/two-fer'; const c = await import('./index.js'); a(b, c, require('./solution'));";
  const found = prepared({ suite, files: { 'lib/util.ts': '' } });
  expect(found.globalsWanted).toBe('none');
  expect(found.solutionSpecifiers).toEqual(['./solution', '../src/two-fer', './index.js']);
});

test('a suite that imports nothing of the solution sees it as globals', () => {
  const suite =
    "import { test } from 'vitest'; import { util } from './lib/util'; // import './solution'\ntest('./solution', () => util(f()));";
  const found = prepared({ suite, files: { './lib/util.ts': 'export const util = 1;' } });
  expect(found).toMatchObject({ globalsWanted: 'all', solutionSpecifiers: [] });
  expect([...found.files.keys()]).toEqual(['lib/util.ts']);
});
