import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { offeredPackages } from '../../../src/typecheck/environment/environment.ts';
import { Packages } from '../../../src/typecheck/packages.ts';
import { home } from './helpers.ts';

const open = (from = home): Packages => new Packages(from, offeredPackages);

describe('the folder of packages', () => {
  test('holds what can be resolved from home, and what that needs', () => {
    const packages = open();
    expect(packages.readFile('vitest/package.json')).toContain('"name":"vitest"');
    expect(packages.fileExists('@vitest/expect/package.json')).toBe(true);
    expect(packages.directoryExists('@types')).toBe(true);
    expect(packages.directoryExists('vitest/dist')).toBe(true);
    expect(packages.fileExists('vitest/dist')).toBe(false);
    expect(packages.readFile('vitest/dist')).toBeUndefined();
    expect(packages.readFile('no-such-package/package.json')).toBeUndefined();
    expect(packages.directoryExists('no-such-package')).toBe(false);
  });

  test('is found from any folder below', () => {
    expect(open(join(home, 'src', 'typecheck')).fileExists('fast-check/package.json')).toBe(true);
    expect(open('/').fileExists('fast-check/package.json')).toBe(false);
  });

  test('holds nothing further once it is sealed', () => {
    const packages = open();
    const known = packages.readFile('vitest/package.json');
    packages.seal();
    expect(packages.readFile('vitest/package.json')).toBe(known);
    expect(packages.fileExists('vitest/globals.d.ts')).toBe(false);
    expect(packages.readFile('vitest/globals.d.ts')).toBeUndefined();
    expect(packages.directoryExists('@types/node')).toBe(false);
  });
});

test('a package is without the peers that it may have', () => {
  const [text = '', other = ''] = [open().readFile('vitest/package.json'), open().readFile('fast-check/package.json')];
  expect(JSON.parse(text)).toMatchObject({ name: 'vitest', exports: { '.': {} }, types: './dist/index.d.ts' });
  expect(JSON.parse(other)).toHaveProperty('exports');
  expect(text).not.toContain('peerDependencies');
});
