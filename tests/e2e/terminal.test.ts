import { describe, expect, test } from 'vitest';
import { tempFolder, winnow } from './helpers.ts';
import { hasTerminal, winnowOnTerminal } from './terminal.ts';
import { writeTinyConfig } from './tiny-run.ts';

const escape = '\u001B';

describe.skipIf(!hasTerminal)('a run on a terminal', () => {
  test.each([80, 40])('%d columns wide shows how far it is, what it kept and how long it takes', async (columns) => {
    using folder = tempFolder();
    const config = writeTinyConfig(folder.file('tiny.yaml'));
    const run = ['run', '--config', config, '--out', folder.file('out')];
    const { code, text } = await winnowOnTerminal(run, { cwd: folder.path, columns });
    expect(code).toBe(0);
    expect(text).toContain('4/4 seeds');
    if (columns === 80) expect(text).toMatch(/\d+ kept \| \d+\.\d\/s \| .* left/u);
    expect(text).toContain(`${escape}[1mkept`);
  });

  test('has no colours where they are not wanted', async () => {
    using folder = tempFolder();
    const doctor = ['doctor', '--only', 'machine', '--out', folder.path];
    const plain = await winnowOnTerminal(doctor, { cwd: folder.path, env: { NO_COLOR: '1' } });
    expect(plain.text).not.toContain(escape);
    const coloured = await winnowOnTerminal(doctor, { cwd: folder.path });
    expect(coloured.text).toContain(`${escape}[32mok`);
  });
});

test('elsewhere there is not one escape code', async () => {
  using folder = tempFolder();
  const config = writeTinyConfig(folder.file('tiny.yaml'));
  const { stdout, stderr } = await winnow(['run', '--config', config, '--out', folder.file('out')]);
  expect(stdout + stderr).not.toContain(escape);
  const failed = await winnow(['run', '--config', folder.file('none.yaml')]);
  expect(failed.stderr).toMatch(/^winnow: Cannot read the configuration/u);
});
