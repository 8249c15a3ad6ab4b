import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installedPackages, labelsOf } from '../../../../sandbox/packages/index.ts';
import { install } from '../../support/install.ts';
import { tempDir } from '../../support/temp-dir.ts';

const version = (text: string) => ({ 'package.json': { version: text } });

describe('installedPackages', () => {
  test('finds each once, in the order of names, with its version', () => {
    const folder = install(tempDir(), { one: version('1.2.3'), '@scope/two': version('2.0.0-beta.1') });
    const found = installedPackages(['one/sub/path.js', 'one', '@scope/two', 'one', '@scope/two/deep'], [folder]);
    expect(found.map(({ name }) => name)).toEqual(['@scope/two', '@scope/two/deep', 'one', 'one/sub/path.js']);
    expect(labelsOf(found)).toEqual(['@scope/two@2.0.0-beta.1', 'one@1.2.3']);
  });

  test('looks upwards from each folder, and in the first folder first', () => {
    const [first, second] = [tempDir(), tempDir()];
    install(first, { one: version('1.0.0') });
    install(second, { one: version('2.0.0'), two: version('2.0.0') });
    const deep = join(first, 'deep', 'er');
    mkdirSync(deep, { recursive: true });
    expect(labelsOf(installedPackages(['one', 'two'], [deep, second]))).toEqual(['one@1.0.0', 'two@2.0.0']);
  });

  test('follows links to where a package truly is', () => {
    const [store, folder] = [install(tempDir(), { one: version('1.0.0') }), tempDir()];
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(join(store, 'node_modules/one'), join(folder, 'node_modules/one'));
    const [one] = installedPackages(['one'], [folder]);
    expect(one).toMatchObject({ folder: realpathSync(join(store, 'node_modules/one')), from: folder });
  });

  test.each(['', '.', '..', '../one', './one', '/one', 'one/', 'a b', 'one/../two', '@scope', 'C:\\one'])(
    'refuses %j, which names no package',
    (name) => {
      const folder = install(tempDir(), { one: version('1.0.0') });
      expect(() => installedPackages([name], [folder])).toThrow(/is not a name that a package is imported by/u);
    },
  );

  test.each(['fs', 'node:fs', 'util', 'fs/promises'])("refuses %s, which is Node's own", (name) => {
    expect(() => installedPackages([name], [tempDir()])).toThrow(`'${name}' is a module of Node's own`);
  });

  test('says where it looked for what is not installed, and what to do', () => {
    const [first, second] = [tempDir(), tempDir()];
    expect(() => installedPackages(['@scope/one/sub'], [first, second, first])).toThrow(
      expect.objectContaining({
        code: 'package-not-installed',
        message: `The package '@scope/one' is not installed: it is in no node_modules of ${first} and ${second}, nor of the folders above. Install it there (npm install @scope/one).`,
      }),
    );
  });

  test('names a manifest that is broken', () => {
    const folder = install(tempDir(), { one: { 'package.json': '{' } });
    expect(() => installedPackages(['one'], [folder])).toThrow(/one\/package\.json is no JSON/u);
  });
});
