import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { writeTinyConfig } from './tiny-run.ts';

const script = '/usr/bin/script';
const escape = '\u001B';
let folder: TempFolder;
let config: string;

beforeAll(() => {
  folder = tempFolder();
  config = writeTinyConfig(folder.file('tiny.yaml'));
});

afterAll(() => folder[Symbol.dispose]());

describe('what a run prints', () => {
  test('is, away from a terminal, a plain line a round and a table, without an escape code', async () => {
    const { stdout, stderr } = await winnowDone(runIn('plain'), { env: { TERM: 'xterm-256color', FORCE_COLOR: '1' } });
    expect(stderr.split('\n')).toEqual([
      ...[1, 2, 3, 4].map((done) => expect.stringMatching(new RegExp(`^seeds ${done}/4, kept \\d+$`, 'u')) as string),
      '',
    ]);
    expect(stdout).toMatch(/^kept {2,}\d+ samples/mu);
    expect(stdout + stderr).not.toContain(escape);
  });

  test('is exactly one JSON value with --json', async () => {
    const { stdout, stderr } = await winnowDone(runIn('json', '--json'));
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toMatchObject({ samples: expect.any(Number) as number, dir: folder.file('json') });
    expect(stderr).toContain('seeds 4/4');
  });

  test.runIf(existsSync(script))('is a bar with rate and time left on a terminal', async () => {
    const command = [process.execPath, join(root, 'src/cli/main.ts'), ...runIn('terminal')].join(' ');
    const env = { TERM: 'xterm', NO_COLOR: '1', PATH: process.env['PATH'] ?? '' };
    const { stdout } = await promisify(execFile)(script, ['-qec', command, '/dev/null'], { env });
    expect(stdout).toMatch(/4\/4 seeds \| \d+ kept \| [\d.]+\/s \| \S+ left/u);
    expect(stdout).toMatch(/^kept {2,}\d+ samples/mu);
    expect(stdout).not.toMatch(coloured);
  });
});

describe('--dry-run', () => {
  test('says what would be asked for, and writes nothing', async () => {
    const { stdout } = await winnowDone(runIn('dry', '--dry-run'));
    expect(stdout).toContain('4 at most, of 4 seeds of 1 topics');
    expect(stdout).toContain('16 at most, to winnow-offline');
    expect(existsSync(folder.file('dry'))).toBe(false);
  });

  test('is one JSON value with --json', async () => {
    const { stdout } = await winnowDone(runIn('dry', '--dry-run', '--json'));
    expect(JSON.parse(stdout)).toMatchObject({ seeds: 4, requests_at_most: 16 });
  });
});

test('a failure is one JSON value with --json too', async () => {
  const { code, stdout, stderr } = await winnow(['run', '--config', folder.file('none.yaml'), '--json']);
  expect(code).toBe(2);
  const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
  expect(error.code).toBe('file-unreadable');
  expect(stderr).toContain(error.message);
});

test('a reader that leaves early is no error', async () => {
  const command = `"${process.execPath}" src/cli/main.ts --help 2>"${folder.file('errors')}" | true; test ! -s "${folder.file('errors')}"`;
  await promisify(execFile)('/bin/sh', ['-c', command], { cwd: root, env: {} });
});

/** Sets a colour, or another look of the text. */
const coloured = new RegExp(`${escape}\\[[1-9][0-9;]*m`, 'u');

function runIn(name: string, ...more: readonly string[]): string[] {
  return ['run', '--config', config, '--out', folder.file(name), ...more];
}
