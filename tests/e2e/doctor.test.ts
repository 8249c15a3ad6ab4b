import { expect, test } from 'vitest';
import { localEndpoint } from '../unit/pipeline/doctor/local-endpoint.ts';
import { tempFolder, winnow, winnowDone } from './helpers.ts';
import { startModel } from './tiny-run.ts';

interface Findings {
  readonly ok: boolean;
  readonly checks: readonly { readonly group: string; readonly name: string; readonly state: string }[];
}

test('with nothing said, everything of this machine is looked at', async () => {
  using folder = tempFolder();
  const { stdout } = await winnowDone(['doctor', '--out', folder.file('out'), '--json']);
  const { ok, checks } = JSON.parse(stdout) as Findings;
  expect(ok).toBe(true);
  expect([...new Set(checks.map(({ group }) => group))]).toEqual(['machine', 'sandbox', 'endpoint', 'store']);
});

test('the model that is served here passes as an endpoint', async () => {
  await using model = await startModel();
  const flags = ['--only', 'endpoint', '--base-url', model.url, '--model', 'winnow-offline'];
  const { stdout } = await winnowDone(['doctor', ...flags]);
  expect(stdout).toContain('ok      completion');
  expect(stdout).toContain('Nothing stands in the way of a run');
});

test('a problem exits with 100, and no key is printed', async () => {
  await using server = await localEndpoint({ key: 'right' });
  const flags = ['--only', 'endpoint', '--base-url', server.url, '--model', 'small', '--api-key-env', 'PLANTED'];
  const env = { PLANTED: 'sk-planted-secret-0987654321' };
  for (const more of [[], ['--json'], ['--debug']]) {
    const { code, stdout, stderr } = await winnow(['doctor', ...flags, ...more], { env });
    expect(code).toBe(100);
    expect(stdout + stderr).not.toContain(env.PLANTED);
  }
});

test.each([
  [['--only', 'soul'], 'soul'],
  [['--base-url', 'http://127.0.0.1:1/v1'], '--model'],
  [['--base-url', 'ftp://x', '--model', 'm', '--only', 'endpoint'], 'must begin with http'],
  [['--base-url', 'http://x/v1', '--model', 'm', '--api-key-env', 'NOT_SET', '--only', 'endpoint'], 'NOT_SET'],
  [['--timeout-s', '0'], '--timeout-s'],
])('%j is bad usage', async (flags, said) => {
  const { code, stderr } = await winnow(['doctor', ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
