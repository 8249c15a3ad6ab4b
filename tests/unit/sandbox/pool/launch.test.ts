import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bwrapArguments, findBwrap, pidFrom } from '../../../../sandbox/pool/bwrap.ts';
import { launchOf } from '../../../../sandbox/pool/launch.ts';

test('a child is given what it reads and nothing else', () => {
  const { file, args, env, isWrapped } = launchOf({ outer: 'none', isRestricted: true });
  expect([file, isWrapped]).toEqual([process.execPath, false]);
  expect(Object.keys(env).toSorted()).toEqual(['LC_ALL', 'TZ']);
  expect(args.filter((arg) => arg.startsWith('--permission') || /^--allow-(?!fs-read)/.test(arg))).toEqual([
    '--permission',
    '--allow-addons',
    '--allow-worker',
  ]);
  const read = args.filter((arg) => arg.startsWith('--allow-fs-read=')).map((arg) => arg.split('=')[1]);
  expect(read).not.toContain('/');
  expect(
    read.every((path) =>
      /sandbox$|package\.json$|node_modules$|^\/etc\/alpine-release$|^\/usr\/bin\/ldd$/.test(path ?? ''),
    ),
  ).toBe(true);
});

test('without the permission model only that is left out', () => {
  const strict = launchOf({ outer: 'none', isRestricted: true }).args;
  const lax = launchOf({ outer: 'none', isRestricted: false }).args;
  expect(strict.filter((arg) => !arg.startsWith('--permission') && !arg.startsWith('--allow-'))).toEqual(lax);
});

test('bubblewrap is asked for namespaces of all kinds, and for an end with its parent', () => {
  const args = bwrapArguments({ readable: ['/srv/code'], env: { TZ: 'UTC' }, command: ['/opt/node', 'x.js'] });
  const text = args.join(' ');
  expect(args.slice(0, 3)).toEqual(['--unshare-all', '--die-with-parent', '--new-session']);
  expect(text).toContain('--cap-drop ALL');
  expect(text).toContain('--clearenv --setenv TZ UTC');
  expect(text).toContain('--ro-bind /opt/node /opt/node --ro-bind /srv/code /srv/code');
  expect(text).toMatch(/--remount-ro \/ --chdir \/empty -- \/opt\/node x\.js$/);
  expect(text).not.toMatch(/ --bind|--share-net|--dev-bind|--ro-bind(-try)? \/ /);
});

test('bubblewrap is looked for on the path, and missed by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-bwrap-'));
  try {
    expect(() => findBwrap(`/nowhere::${folder}`)).toThrow('bwrap is not on the PATH');
    writeFileSync(join(folder, 'bwrap'), '');
    expect(() => findBwrap(folder)).toThrow('install bubblewrap');
    chmodSync(join(folder, 'bwrap'), 0o755);
    expect(findBwrap(`/nowhere:${folder}`)).toBe(join(folder, 'bwrap'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the process that judges is named once all that is said about it has come', () => {
  const info = '{\n    "child-pid": 4711,\n    "net-namespace": 4026532\n}\n';
  expect(pidFrom(info)).toBe(4711);
  expect(pidFrom(info.slice(0, 22))).toBeUndefined();
});
