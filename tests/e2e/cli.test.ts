import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, tempFolder, winnow } from './helpers.ts';

describe('help', () => {
  const commands = [
    { args: ['--help'], examples: ['$ winnow run --out dataset', '$ winnow offline-model'] },
    { args: ['run', '--help'], examples: ['$ winnow run --config winnow.yaml', '--budget-usd 5'] },
    { args: ['offline-model', '--help'], examples: ['$ winnow offline-model --port 8080'] },
  ];

  test.for(commands)('$args shows examples', async ({ args, examples }) => {
    const { code, stdout, stderr } = await winnow(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Examples:');
    for (const example of examples) expect(stdout).toContain(example);
  });

  test.for(commands)('$args loads no package but the one that reads the command line', async ({ args }) => {
    using folder = tempFolder();
    const hook = join(import.meta.dirname, 'record-packages.ts');
    const env = { NODE_OPTIONS: `--import=${hook}`, PACKAGES_FILE: folder.file('packages.json') };
    await winnow(args, { env });
    expect(JSON.parse(readFileSync(folder.file('packages.json'), 'utf8'))).toEqual(['commander']);
  });

  test('is shown where no command is given', async () => {
    const { code, stderr } = await winnow([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Commands:');
  });
});

test('--version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(await winnow(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
});

describe('words that no command has', () => {
  const mistakes = [
    { args: ['run', '--taget', '3'], says: ["unknown option '--taget'", 'Did you mean --target?'] },
    { args: ['rnu'], says: ["unknown command 'rnu'", 'Did you mean run?'] },
    { args: ['run', 'extra'], says: ['too many arguments'] },
    { args: ['run', '--target', '0'], says: ['--target', "'0' is invalid", 'from 1 to'] },
    { args: ['run', '--seed', ''], says: ['--seed', 'whole number'] },
    { args: ['run', '--budget-usd', 'much'], says: ['--budget-usd', "'much' is invalid", 'such as 2.50'] },
    { args: ['run', '--until', '25:00'], says: ['--until', "'25:00' is invalid", 'HH:MM'] },
    { args: ['offline-model', '--port', '70000'], says: ['--port', 'from 0 to 65535'] },
    { args: ['offline-model', '--port', '0', '--faults', '418=0.5'], says: ['418 is none of 429, 500'] },
    { args: ['offline-model', '--port', '0', '--faults', '429=2'], says: ['429=2', 'from 0 to 1'] },
    { args: ['offline-model'], says: ["'--port <n>' not specified"] },
  ];

  test.concurrent.for(mistakes)('$args', async ({ args, says }, { expect }) => {
    const { code, stdout, stderr } = await winnow(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const words of says) expect(stderr).toContain(words);
    expect(stderr).toContain('--help');
  });

  test('are one JSON value with --json', async () => {
    const { code, stdout } = await winnow(['run', '--json', '--taget', '3']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'bad-usage', message: expect.stringContaining("unknown option '--taget'") as string },
    });
  });
});
