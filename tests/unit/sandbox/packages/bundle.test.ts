import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { bundlePackages } from '../../../../sandbox/packages/index.ts';
import { install, type PackageFiles } from '../../support/install.ts';
import { tempDir } from '../../support/temp-dir.ts';

type Script = (require: (name: string) => unknown) => unknown;

async function sourceOf(packages: Readonly<Record<string, PackageFiles>>, name = 'one'): Promise<string> {
  return (await bundlePackages([name], [install(tempDir(), packages)]))[name] ?? '';
}

/** What a package exports; the modules that stay outside are told by their names. */
async function load(packages: Readonly<Record<string, PackageFiles>>, name?: string): Promise<unknown> {
  const script = runInThisContext(await sourceOf(packages, name)) as Script;
  return script((outside) => ({ outside }));
}

const isSloppy = '(function () { return this !== undefined; })()';

describe('bundlePackages', () => {
  test('asks for nothing where nothing is listed', async () => {
    expect(await bundlePackages([], ['/no/such/folder'])).toEqual({});
  });

  test('gives what CommonJS code exports, be it a function', async () => {
    const two = { 'index.js': 'module.exports = "two";' };
    const one = { 'index.js': 'module.exports = Object.assign(() => require("two"), { part: require("./part") });' };
    const loaded = (await load({ one: { ...one, 'part.json': '{"a":1}' }, two })) as (() => string) & { part: object };
    expect([loaded(), loaded.part]).toEqual(['two', { a: 1 }]);
  });

  test('prefers CommonJS code where there is both', async () => {
    const both = { 'main.cjs': 'module.exports = "main";', 'module.mjs': 'export default "module";' };
    const fields = { 'package.json': { main: 'main.cjs', module: 'module.mjs' } };
    const conditions = { 'package.json': { exports: { import: './module.mjs', require: './main.cjs' } } };
    expect(await load({ one: { ...both, ...fields } })).toBe('main');
    expect(await load({ one: { ...both, ...conditions } })).toBe('main');
  });

  test.each([
    ['its exports', { type: 'module', exports: { import: './index.js' } }],
    ['its main file', { type: 'module', main: 'index.js' }],
    ['its module field', { module: 'index.js' }],
  ])('takes ES modules where %s are all there is', async (_where, manifest) => {
    const source = 'export default class Thing {}\nexport const later = () => import("./more.js");';
    const files = { 'package.json': manifest, 'index.js': source, 'more.js': 'export const more = 1;' };
    const loaded = (await load({ one: files })) as {
      readonly default: Function;
      readonly later: () => Promise<object>;
    };
    expect(loaded).toMatchObject({ __esModule: true });
    expect(loaded.default.name).toBe('Thing');
    expect(await loaded.later()).toMatchObject({ more: 1 });
  });

  test('takes paths of a package', async () => {
    const one = { 'package.json': { exports: { './sub': './lib/sub.js' } }, 'lib/sub.js': 'module.exports = "sub";' };
    expect(await load({ one }, 'one/sub')).toBe('sub');
    expect(await load({ '@a/b': { 'deep/er.js': 'module.exports = "deep";' } }, '@a/b/deep/er')).toBe('deep');
  });

  test('keeps CommonJS code sloppy and ES modules strict', async () => {
    const script = { 'index.js': `implied = 1; exports.isSloppy = ${isSloppy};` };
    expect(await load({ one: script })).toEqual({ isSloppy: true });
    const manifest = { 'package.json': { type: 'module', main: 'index.js' } };
    const module = { ...manifest, 'index.js': `export const isSloppy = ${isSloppy};` };
    expect(await load({ one: module })).toMatchObject({ isSloppy: false });
  });

  test("leaves Node's modules outside, without node:, those that are not there too, and takes globals from them", async () => {
    const source = `
      exports.util = require('node:util'); exports.strict = require('assert/strict');
      exports.read = () => require('fs'); exports.optional = () => require('not-there');
      exports.addon = () => require('./build/addon.node'); exports.buffer = () => Buffer; exports.kind = typeof process;`;
    const loaded = (await load({ one: { 'index.js': source } })) as Record<string, unknown>;
    expect(loaded).toMatchObject({ util: { outside: 'util' }, strict: { outside: 'assert/strict' } });
    expect((loaded['read'] as () => unknown)()).toEqual({ outside: 'fs' });
    expect((loaded['optional'] as () => unknown)()).toEqual({ outside: 'not-there' });
    expect((loaded['addon'] as () => unknown)()).toMatchObject({
      outside: expect.stringContaining('addon.node') as string,
    });
    expect((loaded['buffer'] as () => unknown)()).toBeUndefined();
    expect(loaded['kind']).toBe('undefined');
  });

  test('takes what is made for browsers where only that needs nothing out of reach', async () => {
    const code = { 'node.js': 'module.exports = require("tty");', 'browser.js': 'module.exports = "browser";' };
    const manifest = { 'package.json': { main: 'node.js', browser: 'browser.js' } };
    expect(await load({ one: { ...code, ...manifest } })).toBe('browser');
    const harmless = { ...code, ...manifest, 'node.js': 'module.exports = "node";' };
    expect(await load({ one: harmless })).toBe('node');
    const worse = { ...code, ...manifest, 'browser.js': 'module.exports = require("net");' };
    expect(await load({ one: worse })).toEqual({ outside: 'tty' });
    const without = { 'package.json': { browser: { fs: false } }, 'index.js': 'module.exports = require("fs");' };
    expect(await load({ one: without })).toEqual({});
  });

  test('shares packages of the list, if they are the same', async () => {
    const one = { 'index.js': 'module.exports = [require("two"), require("three")];' };
    const three = { 'index.js': 'module.exports = "three";' };
    const own = { 'node_modules/three/index.js': 'module.exports = "own";' };
    const folder = install(tempDir(), { one: { ...one, ...own }, two: three, three });
    const { one: source = '' } = await bundlePackages(['one', 'two', 'three'], [folder]);
    expect((runInThisContext(source) as Script)((name) => name)).toEqual(['two', 'own']);
  });

  test('gives the same text for the same files, wherever they are', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map((count) =>
        sourceOf({
          one: { 'index.js': 'const two = require("two"); module.exports = () => [two, __dirname, __filename];' },
          two: { 'index.js': `module.exports = import.meta?.url ?? ${count - count};` },
        }),
      ),
    );
    expect(first).toBe(second);
    expect(first).not.toContain('winnow-test-');
  });

  test.each([
    ['a path that is not there', { 'index.js': '' }, 'one/nope', 'it has no module of that path'],
    ['no entry', {}, 'one', 'its package.json names no module that is there'],
    ['a mistake', { 'index.js': 'exports = (;' }, 'one', 'Unexpected token'],
    ['a module of WebAssembly', { 'index.js': 'require("./a.wasm")', 'a.wasm': '\0asm' }, 'one', 'a.wasm'],
  ])('says why %s cannot be bundled', async (_what, files, name, problem) => {
    const folder = install(tempDir(), { one: files });
    const error: unknown = await bundlePackages([name], [folder]).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'package-not-bundled' });
    const { message } = error as Error;
    expect(message).toContain(`'${name}' (one@1.0.0 in `);
    expect(message).toContain(problem);
    expect(message).not.toContain('\u001B');
  });
});
