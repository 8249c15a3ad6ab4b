import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startOfflineModel } from '../../src/llm/offline/server.ts';
import { tempFolder, winnow, winnowDone } from './helpers.ts';
import { hasTerminal, winnowOnTerminal, type Answer } from './terminal.ts';

async function synthetic(): Promise<{ readonly url: string } & AsyncDisposable> {
  const model = await startOfflineModel({ seed: 3 });
  return { url: model.url, [Symbol.asyncDispose]: () => model.close() };
}

describe('winnow init', () => {
  test('by flags, then the commands that it names: an own dataset', async () => {
    using folder = tempFolder();
    await using model = await synthetic();
    const flags = ['--base-url', model.url, '--target', '3'];
    const { stdout } = await winnowDone(['init', 'mine', ...flags], { cwd: folder.path });
    expect(stdout).toContain('wrote winnow.config.yaml');
    expect(stdout).toContain('  cd mine\n  winnow doctor');
    const cwd = folder.file('mine');
    await winnowDone(['doctor', '--only', 'endpoint', 'store'], { cwd });
    const run = await winnowDone(['run'], { cwd });
    expect(run.stderr).toContain('using winnow.config.yaml');
    expect(run.stdout).toMatch(/^kept {2,}3 samples/mu);
    for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(readFileSync(join(cwd, 'winnow-out', 'report.html'), 'utf8')).toContain('winnow-offline-synthetic');
  });

  test('writes though the endpoint is not there yet, and says so', async () => {
    using folder = tempFolder();
    const model = await synthetic();
    await model[Symbol.asyncDispose]();
    const { stdout } = await winnowDone(['init', '.', '--base-url', model.url, '--model', 'm'], { cwd: folder.path });
    expect(stdout).toContain('! endpoint');
    expect(stdout).toContain('cannot be reached');
    expect(existsSync(folder.file('winnow.config.yaml'))).toBe(true);
  });

  test('says that a key is missing, and which server would list the model', async () => {
    using folder = tempFolder();
    const flags = ['--base-url', 'https://api.openai.com/v1', '--model', 'm', '--budget-usd', '5', '--json'];
    const { stdout } = await winnowDone(['init', ...flags], { cwd: folder.path });
    expect(JSON.parse(stdout)).toMatchObject({ model: 'm', files: expect.arrayContaining(['winnow.config.yaml']) });
    expect(readFileSync(folder.file('winnow.config.yaml'), 'utf8')).toContain('api_key_env: OPENAI_API_KEY');
    const again = await winnow(['init', ...flags], { cwd: folder.path });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--force')]);
  });

  test.each([
    [['--base-url', 'localhost:8000', '--model', 'm'], '--base-url localhost:8000'],
    [['--base-url', 'http://127.0.0.1:9/v1', '--no-probe'], '--model'],
    [['--base-url', 'http://127.0.0.1:9/v1', '--model', 'm', '--no-probe', '--seeds', 'none'], '--seeds none'],
    [['--base-url', 'http://127.0.0.1:9/v1', '--model', 'm', '--no-probe', '--price-in', '1'], '--price-out'],
    [['--target', '0'], '--target'],
  ])('%j is bad usage, and nothing is written', async (flags, said) => {
    using folder = tempFolder();
    const { code, stderr } = await winnow(['init', ...flags], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(folder.file('winnow.config.yaml'))).toBe(false);
  });

  test.skipIf(!hasTerminal)('asks on a terminal what flags do not say, and Ctrl-C writes nothing', async () => {
    using folder = tempFolder();
    await using model = await synthetic();
    const init = (name: string): string[] => ['init', name, '--base-url', model.url];
    const asked: readonly Answer[] = [
      ['Which model', '\r'],
      ['folder of seed', '\r'],
      ['How many kept', '7\r'],
    ];
    const { code, text } = await winnowOnTerminal(init('asked'), { cwd: folder.path, answers: asked });
    expect([code, text]).toEqual([0, expect.stringContaining('wrote winnow.config.yaml')]);
    const config = readFileSync(folder.file('asked', 'winnow.config.yaml'), 'utf8');
    expect(config).toContain('model: winnow-offline');
    expect(config).toContain('target: 7 ');
    const answers: readonly Answer[] = [...asked.slice(0, 1), ['folder of seed', '\u0003']];
    const left = await winnowOnTerminal(init('left'), { cwd: folder.path, answers });
    expect([left.code, left.text]).toEqual([130, expect.stringContaining('Nothing was written')]);
    expect(existsSync(folder.file('left', 'winnow.config.yaml'))).toBe(false);
  });
});

describe('a configuration of the folder', () => {
  test('may be a module, and two are refused', async () => {
    using folder = tempFolder();
    writeFileSync(
      folder.file('winnow.config.ts'),
      `export default { target: 2, endpoint: { kind: 'offline' as const, model: 'winnow-offline' }, seeds: { tags: ['offline'] } };\n`,
    );
    const { stdout, stderr } = await winnowDone(['run', '--dry-run', '--json'], { cwd: folder.path });
    expect(stderr).toContain('using winnow.config.ts');
    expect(JSON.parse(stdout)).toBeTypeOf('object');
    writeFileSync(folder.file('winnow.config.yaml'), 'endpoint: { model: m }\n');
    const both = await winnow(['run', '--dry-run'], { cwd: folder.path });
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('winnow.config.yaml, winnow.config.ts')]);
  });

  test('that is a broken module is said without a stack trace', async () => {
    using folder = tempFolder();
    writeFileSync(folder.file('mine.ts'), 'export default {');
    const { code, stderr } = await winnow(['run', '--config', 'mine.ts'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('mine.ts: it is no valid module');
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});
