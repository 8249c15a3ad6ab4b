import { symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { root, tempFolder, winnow, type Finished, type TempFolder } from '../helpers.ts';

let folder: TempFolder;
const config = (text: string): string => `endpoint: { model: m }\n${text}\n`;
const md5 = "const md5 = require('js-md5');\nmodule.exports = { md5: (text) => md5(text) };\n";
const suite = `const assert = require('assert');
const { md5 } = require('./hash.js');
assert.equal(md5('Hello world'), '3e25960a79dbc69b674cd4ec67a72c62');
`;

beforeAll(() => {
  folder = tempFolder();
  mkdirSync(folder.file('app/node_modules'), { recursive: true });
  symlinkSync(join(root, 'node_modules/js-md5'), folder.file('app/node_modules/js-md5'));
  writeFileSync(folder.file('app/winnow.yaml'), config('guest: { packages: [js-md5] }'));
  writeFileSync(folder.file('elsewhere.yaml'), config('guest: { packages: [js-md5], folders: [app] }'));
  writeFileSync(folder.file('wrong.yaml'), config('guest: { packages: [js-md5] }'));
  writeFileSync(folder.file('hash.js'), md5);
  writeFileSync(folder.file('hash.test.js'), suite);
});

afterAll(() => folder[Symbol.dispose]());

function check(...args: readonly string[]): Promise<Finished> {
  return winnow(['check', 'hash.js', 'hash.test.js', ...args], { cwd: folder.path });
}

describe.concurrent('guest.packages', { timeout: 60_000 }, () => {
  test.for(['app/winnow.yaml', 'elsewhere.yaml'])('are found from %s', async (file, { expect }) => {
    const { code, stdout, stderr } = await check('--config', file);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'accepted: 1 of 1 tests passed\n', stderr: '' });
  });

  test('are not offered without being listed', async ({ expect }) => {
    const { code, stdout } = await check();
    expect({ code, stdout }).toMatchObject({ code: 100, stdout: expect.stringContaining('guest.packages') as string });
  });

  test('are named where they are not installed', async ({ expect }) => {
    const { code, stdout, stderr } = await check('--config', 'wrong.yaml');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("guest.packages: The package 'js-md5' is not installed");
    expect(stderr).toContain('npm install js-md5');
  });
});
