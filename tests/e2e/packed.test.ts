import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, tempFolder, winnowDone, type TempFolder } from './helpers.ts';
import { datasetFiles, differingFiles } from './run-files.ts';
import { writeTinyConfig } from './tiny-run.ts';

const execute = promisify(execFile);
const tools = join(root, 'node_modules', '.bin');
let folder: TempFolder;
let tarball: string;
let home: string;

beforeAll(async () => {
  folder = tempFolder();
  home = folder.file('home');
  mkdirSync(home);
  await npm(['pack', '--pack-destination', folder.path], root);
  const name = readdirSync(folder.path).find((file) => file.endsWith('.tgz')) ?? '';
  tarball = folder.file(name);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const quietly = ['--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await npm(['install', '--prefix', home, ...quietly, tarball], home);
}, 420_000);

afterAll(() => folder[Symbol.dispose]());

describe('the installed package', () => {
  test('makes the same dataset as the checkout', async () => {
    const verify = { types: 'strict', timeout_ms: 1500, concurrency: 1 };
    const config = writeTinyConfig(folder.file('tiny.yaml'), { sections: { verify, backtranslate: { per_task: 1 } } });
    const run = ['run', '--config', config, '--out'];
    const installed = join(home, 'node_modules', '.bin', 'winnow');
    const { stdout } = await execute(installed, [...run, join(home, 'out')], { cwd: home, env: { PATH: nodeFirst() } });
    expect(stdout).toMatch(/^kept {2,}[1-9]\d* samples/mu);
    await winnowDone([...run, folder.file('checkout')]);
    expect(datasetFiles(join(home, 'out')).size).toBeGreaterThanOrEqual(7);
    expect(differingFiles(folder.file('checkout'), join(home, 'out'))).toEqual([]);
  }, 60_000);

  test('holds what runs, and neither sources, tests, keys nor what bundles the guest', () => {
    const files = globSync('**/*', { cwd: join(home, 'node_modules', 'winnow') });
    const strangers = files.filter((file) => isSource(file) || forCheckouts.test(file));
    expect(strangers).toEqual([]);
    expect(files).toContain('dist/sandbox/guest/dist/properties.js');
    expect(files).toContain('README.md');
    expect(files).toContain('LICENSE');
  });

  test('offers the sandbox on its own, with types', async () => {
    writeFileSync(join(home, 'judge.ts'), judge);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--module', 'nodenext', '--target', 'esnext', '--strict', '--types', ''];
    await execute(process.execPath, [tsc, ...options, 'judge.ts'], { cwd: home });
    const { stdout } = await execute(process.execPath, ['judge.js'], { cwd: home, env: {} });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, report: { kind: 'ran', tests: [{ outcome: 'passed' }] } });
  });

  test('takes a configuration in TypeScript, and has its type', async () => {
    const project = join(home, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'winnow.config.ts'), configuration);
    const installed = join(home, 'node_modules', '.bin', 'winnow');
    const { stdout } = await execute(installed, ['run', '--dry-run'], { cwd: project, env: { PATH: nodeFirst() } });
    expect(stdout).toMatch(/\S/u);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--module', 'nodenext', '--target', 'esnext', '--strict', '--noEmit', '--types', ''];
    await execute(process.execPath, [tsc, ...options, join(project, 'winnow.config.ts')], { cwd: home });
  });

  test('is as npm, Node and TypeScript expect a package to be', async () => {
    const options = { cwd: root, env: { PATH: nodeFirst() } };
    await Promise.all([
      execute(join(tools, 'publint'), ['run', '--strict', tarball], options),
      execute(join(tools, 'attw'), [tarball, '--profile', 'esm-only'], options),
    ]);
  }, 30_000);
});

const forCheckouts = /(^|\/)(tests?|key|build\.\w+)(\/|$)/u;

function isSource(file: string): boolean {
  return file.endsWith('.ts') && !(file.startsWith('dist/') && file.endsWith('.d.ts'));
}

const configuration = `
import { defineConfig } from 'winnow/config';
export default defineConfig({
  target: 3,
  endpoint: { kind: 'offline', model: 'winnow-offline' },
  seeds: { tags: ['offline'] },
  generate: { evolve: { variants: 1 } },
});
`;

const judge = `
import { defaultLimits, openSandbox, type Outcome } from 'winnow/sandbox';
await using sandbox = await openSandbox({ concurrency: 1 });
const outcome: Outcome = await sandbox.submit({
  id: 'one',
  solution: 'export const double = (n: number): number => 2 * n;',
  suite: \`import { expect, test } from 'vitest';
    import * as fc from 'fast-check';
    import { double } from './solution';
    test('doubles', () => fc.assert(fc.property(fc.integer(), (n) => double(n) === n + n)));\`,
  language: 'ts',
  seed: 1,
  limits: defaultLimits,
});
if (!outcome.ok) throw new Error(outcome.fault.message);
export const kind: 'ran' | 'malformed' | 'stopped' | 'tampered' = outcome.report.kind;
declare const console: { log(text: string): void };
console.log(JSON.stringify(outcome));
`;

async function npm(args: readonly string[], cwd: string): Promise<void> {
  // A script that npm runs is told where its project is, and npm would believe that over its own folder.
  const { npm_config_local_prefix: _, ...inherited } = process.env;
  await execute('npm', args, { cwd, env: { ...inherited, PATH: nodeFirst() } });
}

function nodeFirst(): string {
  return [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
}
