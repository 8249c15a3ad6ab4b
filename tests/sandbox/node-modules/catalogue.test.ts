import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { Catalogue, isRefused } from '../../../sandbox/guest/node/catalogue.ts';
import { builtModules } from './fixture.ts';

const require = createRequire(import.meta.url);
const built = builtModules();

const offered = [
  'assert',
  'assert/strict',
  'buffer',
  'crypto',
  'events',
  'path',
  'path/posix',
  'perf_hooks',
  'process',
  'querystring',
  'string_decoder',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
];

/** What Node exports and these modules do not, beside constructors of streams, keys and certificates. */
const missing: Readonly<Record<string, readonly string[]>> = {
  assert: ['CallTracker', 'Assert'],
  buffer: ['transcode', 'Blob', 'resolveObjectURL', 'File'],
  events: ['init', 'EventEmitterAsyncResource'],
  path: ['matchesGlob'],
  url: ['URLPattern', 'fileURLToPathBuffer'],
  util: [
    'MIMEParams',
    'MIMEType',
    '_errnoException',
    '_exceptionWithHostPort',
    'aborted',
    'convertProcessSignalToExitCode',
    'diff',
    'getCallSites',
    'getSystemErrorMap',
    'getSystemErrorMessage',
    'getSystemErrorName',
    'parseArgs',
    'parseEnv',
    'setTraceSigInt',
    'transferableAbortController',
    'transferableAbortSignal',
  ],
};

describe('find', () => {
  test.each(offered)('%s, with and without its prefix', (name) => {
    const { catalogue } = built();
    expect(catalogue.find(name)).toEqual(catalogue.find(`node:${name}`));
    expect(catalogue.find(name)?.name).toBe(name);
  });

  test.each(['fs', 'node:fs', 'lodash', 'node:internal/url', '', 'constructor', '__proto__', './assert'])(
    'not %s',
    (name) => {
      expect(built().catalogue.find(name)).toBeUndefined();
    },
  );

  test.each(Object.entries(missing))('%s exports what Node does, but for a known few', (name, known) => {
    const exports = built().catalogue.find(name)?.exports ?? [];
    const lacking = Object.keys(require(`node:${name}`) as object).filter((key) => !exports.includes(key));
    expect(lacking.filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe('sourceOf', () => {
  test('gives a script of its own for every module, and the same each time', () => {
    const { catalogue } = built();
    for (const name of catalogue.closureOf(offered)) {
      expect(catalogue.sourceOf(name)).toMatch(/^"use strict";\(offered=>\{/);
      expect(catalogue.sourceOf(name)).toBe(catalogue.sourceOf(name));
    }
  });

  test('throws for what there is not', () => {
    expect(() => built().catalogue.sourceOf('fs')).toThrow('there is no module fs');
    expect(() => built().catalogue.sourceOf('toString')).toThrow('there is no module toString');
  });
});

test('closureOf names all that a module may ask for', () => {
  const closure = built().catalogue.closureOf(['crypto']);
  expect(closure).toEqual(expect.arrayContaining(['crypto', 'buffer', 'internal/sha256', 'internal/event-target']));
  expect(closure).not.toContain('assert');
});

describe('globalsUsed', () => {
  test.each([
    ['new URL(a)', ['URL']],
    ['new URLSearchParams(a)', ['URLSearchParams']],
    ['const myURL = $URL + URL_; a.bufferBuffer', []],
    ['process.exit(); crypto.randomUUID()', ['crypto', 'process']],
    ['Buffer.from(x); Buffer.alloc(1); btoa(atob(y))', ['Buffer', 'atob', 'btoa']],
    ['', []],
  ])('%s', (code, globals) => {
    expect(
      built()
        .catalogue.globalsUsed(code)
        .map(({ global }) => global),
    ).toEqual(globals);
  });

  test('names the module whose member each is', () => {
    const { catalogue } = built();
    for (const { global, module } of catalogue.globalsUsed('Buffer URL process crypto AbortController TextEncoder')) {
      expect(catalogue.sourceOf(module)).toContain(global);
    }
  });
});

test('a catalogue of a directory without a manifest throws', () => {
  expect(() => new Catalogue('/nonexistent')).toThrow('ENOENT');
});

describe('isRefused', () => {
  test.each([
    'fs',
    'fs/promises',
    'net',
    'child_process',
    'worker_threads',
    'http',
    'https',
    'os',
    'vm',
    'cluster',
    'dgram',
    'dns',
    'tls',
    'zlib',
  ])('%s', (name) => {
    expect(isRefused(name)).toBe(true);
    expect(isRefused(`node:${name}`)).toBe(true);
  });

  test.each(['assert', 'lodash', './fs', 'fs-extra', '@scope/fs', ''])('not %s', (name) => {
    expect(isRefused(name)).toBe(false);
  });

  test('every module of Node is either offered or refused', () => {
    const names = (require('node:module') as { builtinModules: string[] }).builtinModules.filter(
      (name) => !name.startsWith('_'),
    );
    const undecided = names.filter((name) => built().catalogue.find(name) === undefined && !isRefused(name));
    expect(undecided).toEqual([]);
  });
});
