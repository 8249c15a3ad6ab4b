import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '../../sandbox/index.ts';
import { bundlePackages, proveLoading } from '../../sandbox/packages/index.ts';
import { install, type PackageFiles } from '../unit/support/install.ts';
import { job, outcomesOf, reportOf, testsOf } from './harness.ts';

const made: Readonly<Record<string, PackageFiles>> = {
  modern: {
    'package.json': { version: '1.0.0', type: 'module', exports: './index.js' },
    'index.js': `import { format } from 'node:util';
      import { isEqual } from 'lodash';
      export default class Modern { say() { return format('%s!', Buffer.from('hi').toString('hex')); } }
      export const same = (a, b) => isEqual(a, b);`,
  },
  platform: {
    'index.js': `exports.global = typeof global; exports.process = typeof process; exports.url = new URL('http://a/b').pathname;
      exports.id = () => require('crypto').randomUUID().length; exports.file = () => require('fs').readFileSync('/etc/passwd');
      try { require('optional'); } catch (error) { exports.optional = error.message; }`,
  },
  'needs-files': { 'index.js': "const { readFileSync } = require('node:fs'); exports.read = readFileSync;" },
  'needs-other': { 'index.js': "module.exports = require('not-there');" },
  'needs-native': {
    'index.js': "module.exports = require('./build/Release/addon.node');",
    'build/Release/addon.node': '',
  },
  throwing: { 'index.js': "throw new TypeError('not here');" },
  endless: { 'index.js': 'for (;;);' },
};
const projects = join(import.meta.dirname, '..', '..');
const good = ['lodash', 'lodash/fp', 'js-md5', 'modern', 'platform'];
const md5 = '3e25960a79dbc69b674cd4ec67a72c62';
let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = install(mkdtempSync(join(tmpdir(), 'winnow-test-')), made);
  sandbox = await openSandbox({ concurrency: 1, packages: await bundlePackages(good, [folder, projects]) });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the packages that are used here load', async () => {
  await expect(proveLoading(good, sandbox)).resolves.toBeUndefined();
});

describe('a solution', () => {
  const ways = [
    ['a default import', "import _ from 'lodash';\nexport const last = (list) => _.last(list);"],
    ['a named import', "import { last } from 'lodash';\nexport { last };"],
    ['a namespace', "import * as _ from 'lodash';\nexport const last = (list) => _.last(list);"],
    ['a re-export', "export { last } from 'lodash';"],
    ['require', "const _ = require('lodash');\nmodule.exports = { last: (list) => _.last(list) };"],
    ['require in a function', "exports.last = (list) => require('lodash').last(list);"],
    ['a path of the package', "import { last } from 'lodash/fp';\nexport { last };"],
  ] as const;
  test.each(ways)('has a package by %s', async (_way, solution) => {
    const suite = `import { expect, test } from 'vitest';
      import { last } from './solution';
      test('last', () => expect(last([1, { a: 2 }])).toEqual({ a: 2 }));`;
    expect(outcomesOf(await sandbox.submit(job({ solution, suite, language: 'js' })))).toEqual(['last: passed']);
  });

  test('has it in a script too, and in further files', async () => {
    const solution = "const hash = require('./lib/hash');\nconst toMd5 = (text) => hash(text);";
    const suite = `console.assert(toMd5('Hello world') === '${md5}');`;
    const files = { 'lib/hash.js': "module.exports = require('js-md5');" };
    const outcome = await sandbox.submit(job({ solution, suite, files, language: 'js' }));
    expect(outcomesOf(outcome)).toEqual(['(script): passed']);
    const wrong = { ...files, 'lib/hash.js': "const md5 = require('js-md5');\nmodule.exports = () => md5('text');" };
    const other = await sandbox.submit(job({ solution, suite, files: wrong, language: 'js' }));
    expect(outcomesOf(other)).toEqual(['(script): failed']);
  });

  test('has packages of ES modules, which share what is listed beside them', async () => {
    const solution = `import Modern, { same } from 'modern';
      import { isEqual } from 'lodash';
      export const said = new Modern().say();
      export const both = same([1], [1]) && isEqual(new Map([[1, 2]]), new Map([[1, 2]]));`;
    const suite = `import { expect, test } from 'vitest';
      import { both, said } from './solution';
      test('it', () => expect([both, said]).toEqual([true, '6869!']));`;
    expect(outcomesOf(await sandbox.submit(job({ solution, suite })))).toEqual(['it: passed']);
  });

  test('finds out at a call what a package cannot have', async () => {
    const solution = "import * as platform from 'platform';\nexport { platform };";
    const suite = `import { expect, test } from 'vitest';
      import { platform } from './solution';
      test('it', () => {
        expect(platform).toMatchObject({ global: 'object', process: 'object', url: '/b', optional: "Cannot find module 'optional'" });
        expect(platform.id()).toBe(36);
        expect(() => platform.file()).toThrow("Cannot find module 'fs'");
      });`;
    expect(testsOf(await sandbox.submit(job({ solution, suite, language: 'js' })))).toEqual([
      { name: 'it', outcome: 'passed' },
    ]);
  });

  test('has none that is not listed', async () => {
    const report = reportOf(await sandbox.submit(job({ solution: "import 'left-pad';" })));
    expect(report).toMatchObject({ kind: 'malformed', side: 'solution', stage: 'link' });
    expect(report).toMatchObject({ message: expect.stringMatching(/'left-pad'.*guest\.packages/u) as string });
  });
});

describe('a suite', () => {
  const solution = 'export const pair = () => [{ a: 1 }, { a: 1 }];';
  const ways = [
    ['a default import', "import _ from 'lodash';", '_.isEqual'],
    ['a named import', "import { isEqual } from 'lodash';", 'isEqual'],
    ['a namespace', "import * as _ from 'lodash';", '_.isEqual'],
    ['require', "const { isEqual } = require('lodash');", 'isEqual'],
  ] as const;
  test.each(ways)('has a package by %s', async (_way, statement, isEqual) => {
    const suite = `${statement}
      import { expect, test } from 'vitest';
      import { pair } from './solution';
      test('it', () => { const [a, b] = pair(); expect(a).not.toBe(b); expect(${isEqual}(a, b)).toBe(true); });`;
    expect(outcomesOf(await sandbox.submit(job({ solution, suite, language: 'js' })))).toEqual(['it: passed']);
  });

  test('shares no package with the solution', async () => {
    const suite = `import _ from 'lodash';
      import { expect, test } from 'vitest';
      import './solution';
      test('it', () => expect(_.isEqual(1, 2)).toBe(false));`;
    const tampering = "import _ from 'lodash';\n_.isEqual = () => true;\nexport const a = _.isEqual(1, 2);";
    const outcome = await sandbox.submit(job({ solution: tampering, suite, language: 'js' }));
    expect(outcomesOf(outcome)).toEqual(['it: passed']);
  });
});

describe('a package that does not load', () => {
  const bad = [
    ['needs-files', "it needs Node's module 'fs', which is not offered"],
    ['needs-other', "it needs 'not-there', which is not installed beside it"],
    ['needs-native', /it needs a native addon \(.*addon\.node\), and only JavaScript can run there/u],
    ['throwing', 'not here'],
  ] as const;
  test('is named, with the reason', async () => {
    const names = bad.map(([name]) => name);
    await using other = await openSandbox({ concurrency: 1, packages: await bundlePackages(names, [folder]) });
    for (const [name, problem] of bad) {
      const proof = proveLoading([name], other);
      await expect(proof).rejects.toMatchObject({ code: 'package-not-loaded' });
      await expect(proof).rejects.toThrow(`The package '${name}' does not load in the sandbox: `);
      await expect(proof).rejects.toThrow(problem);
    }
  });
});
