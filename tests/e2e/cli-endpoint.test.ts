import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatLabel } from '../../src/llm/label.ts';
import { readLog } from '../../src/llm/offline/request-log.ts';
import { startFailing, type FailingOptions } from './failing-endpoint.ts';
import { tempFolder, winnow, winnowDone, type TempFolder } from './helpers.ts';
import { differingFiles } from './run-files.ts';
import { startModel, tinyRequests, writeTinyConfig } from './tiny-run.ts';

const key = { SOME_KEY: 'sk-never-printed' };
const answered = 6;

interface Failure {
  readonly name: string;
  readonly failure: FailingOptions['failure'];
  readonly says: readonly string[];
  /** Default 2. */
  readonly exit?: number;
}

const failures: readonly Failure[] = [
  { name: 'cannot be reached', failure: 'gone', says: ['cannot be reached', 'ECONNREFUSED', 'Is the server running'] },
  {
    name: 'refuses the key',
    failure: { status: 401, code: 'invalid_api_key', message: 'Incorrect API key provided.' },
    says: ['answered 401', 'Check the key in the environment variable SOME_KEY'],
  },
  {
    name: 'does not know the model',
    failure: { status: 404, code: 'model_not_found', message: 'The model does not exist.' },
    says: ['answered 404', "Check the model's name (winnow-offline)"],
  },
  {
    name: 'has no credit left',
    failure: { status: 429, code: 'insufficient_quota', message: 'You exceeded your current quota.' },
    says: ['answered 429: You exceeded your current quota', 'Add credit or raise the limit there'],
    exit: 3,
  },
];

let folder: TempFolder;

beforeAll(async () => {
  folder = tempFolder();
  await using model = await startModel();
  await winnowDone(runWith('whole', model.url), { env: key });
});

afterAll(() => folder[Symbol.dispose]());

describe('an endpoint that, in the middle of a run,', { timeout: 60_000 }, () => {
  test.concurrent.for(failures)('$name', async ({ name, failure, says, exit = 2 }, { expect }) => {
    const log = folder.file(`${name}.log`);
    await using model = await startModel({ logFile: log });
    await using endpoint = await startFailing({ behind: model.url, after: answered, failure });

    const { code, stdout, stderr } = await winnow(runWith(name, endpoint.url), { env: key });
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    for (const words of says) expect(stderr).toContain(words);
    expect(stderr).toContain('the same command goes on from here');
    expect(stderr).not.toMatch(/^\s+at |sk-never-printed/mu);
    expect(readLog(log)).toHaveLength(answered);

    await winnowDone(runWith(name, model.url), { env: key });
    expect(differingFiles(folder.file('whole'), folder.file(name))).toEqual([]);
    expect(new Set(readLog(log).map(({ label }) => formatLabel(label))).size).toBe(tinyRequests);
    expect(readLog(log)).toHaveLength(tinyRequests);
  });
});

test('an endpoint that wants a key is sent the one that its variable holds, and no other', async () => {
  await using model = await startModel({ apiKey: 'sk-right' });
  const args = runWith('keyed', model.url);
  const wrong = await winnow(args, { env: { SOME_KEY: 'sk-wrong', OPENAI_API_KEY: 'sk-right' } });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('answered 401');
  await winnowDone(args, { env: { SOME_KEY: 'sk-right' } });
});

/** The arguments of a run of its own directory, one request at a time. */
function runWith(name: string, url: string): string[] {
  const endpoint = { base_url: url, api_key_env: 'SOME_KEY', max_concurrency: 1 };
  const config = writeTinyConfig(folder.file(`${name}.yaml`), { endpoint });
  return ['run', '--config', config, '--out', folder.file(name)];
}
