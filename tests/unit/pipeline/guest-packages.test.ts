import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guestPackages, noPackages, openSandboxWith } from '../../../src/pipeline/guest-packages.ts';
import { install } from '../support/install.ts';
import { tempDir } from '../support/temp-dir.ts';
import { rejection, thrown } from '../support/thrown.ts';

const project = join(import.meta.dirname, '..', '..', '..');

describe('guestPackages', () => {
  test('says which versions are installed', () => {
    const { names, labels } = guestPackages({ packages: ['lodash/fp', 'lodash'], folders: [project] });
    expect(names).toEqual(['lodash', 'lodash/fp']);
    expect(labels).toEqual([expect.stringMatching(/^lodash@\d+\.\d+\.\d+$/u)]);
    expect(guestPackages({ packages: [], folders: [] })).toEqual(noPackages);
  });

  test('names the setting and the package that is not installed', () => {
    const error = thrown(() => guestPackages({ packages: ['lodash', 'not-there'], folders: [project] }));
    expect(error).toMatchObject({ code: 'package-not-installed', exit: 2 });
    expect(error.message).toMatch(/^guest\.packages: The package 'not-there' is not installed/u);
  });
});

describe('openSandboxWith', () => {
  test('gives the sources of the packages, for what depends on them', async () => {
    const packages = guestPackages({ packages: ['js-md5'], folders: [project] });
    const { sandbox, sources } = await openSandboxWith({ concurrency: 1, packages });
    await sandbox.close();
    expect(Object.keys(sources)).toEqual(['js-md5']);
  });

  test.each([
    ['package-not-bundled', 'exports = (;'],
    ['package-not-loaded', "require('net');"],
  ])('refuses with %s what cannot be offered, and leaves no process behind', async (code, source) => {
    const folder = install(tempDir(), { one: { 'index.js': source } });
    const packages = guestPackages({ packages: ['one'], folders: [folder] });
    const error = await rejection(openSandboxWith({ concurrency: 1, packages }));
    expect(error).toMatchObject({ code, exit: 2 });
    expect(error.message).toMatch(/^guest\.packages: .*'one'/u);
  });
});
