import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './helpers.ts';
import { type JudgeServer, startJudge } from './judge-server.ts';

const right = 'export const add = (a: number, b: number): number => a + b;';
const tests = ['expect(add(1, 2)).toBe(3)', 'assert.strictEqual(add(0, 0), 0)'];
const suite = "import { add } from './solution';\ntest('adds', () => { expect(add(1, 2)).toBe(3); });";

let server: JudgeServer;
beforeAll(async () => {
  server = await startJudge();
});
afterAll(() => server[Symbol.asyncDispose]());

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** A server that gives answers in their order, and knows how many are left. */
async function startScripted(answers: readonly Answered[]) {
  const left = [...answers];
  const scripted = createServer((request, response) => {
    const { status, body } = left.shift() ?? { status: 500, body: 'asked too often' };
    request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(body)));
  });
  await once(scripted.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(scripted.address() as AddressInfo).port}`,
    left: () => left.length,
    async [Symbol.asyncDispose]() {
      scripted.closeAllConnections();
      await once(scripted.close(), 'close');
    },
  };
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
const execute = promisify(execFile);

/** Runs lines of Python after an import of the example; resolves with what they print, as JSON. */
async function python(lines: readonly string[], url: string): Promise<unknown> {
  const code = ['import json', 'import winnow_reward as w', ...lines].join('\n');
  const env = { WINNOW_URL: url, PYTHONPATH: join(root, 'examples', '11-rl-reward'), PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout } = await execute('python3', ['-c', code], { env: { ...env, PATH: process.env['PATH'] ?? '' } });
  return JSON.parse(stdout);
}

const asPython = (value: unknown): string => `json.loads(${JSON.stringify(JSON.stringify(value))})`;

describe.skipIf(!hasPython)('the reward function of the example (skipped where there is no python3)', () => {
  const wrong = right.replace('a + b', 'a - b');

  test('gives TRL a reward for each completion', async () => {
    const replies = [
      right,
      `\`\`\`ts\n${wrong}\n\`\`\``,
      [{ role: 'assistant', content: `\`\`\`ts\n${right}\n\`\`\`` }],
      right,
    ];
    const lines = [
      `replies = ${asPython(replies)}`,
      `columns = {"tests": ${asPython([tests, tests, suite, null])}, "prompts": replies, "completion_ids": []}`,
      'rewards = w.winnow_reward(completions=replies, **columns)',
      'parts = w.make_reward(partial=True)(completions=replies, **columns)',
      'print(json.dumps([rewards, parts, w.winnow_reward.__name__]))',
    ];
    expect(await python(lines, server.url)).toEqual([[1, 0, 1, null], [1, 0.5, 1, null], 'winnow_reward']);
  });

  test('gives verl the score of a reply', async () => {
    const lines = [
      `score = lambda reply, truth: w.compute_score("winnow", reply, truth, extra_info={"index": 1})`,
      `print(json.dumps([score(${asPython(right)}, ${asPython(JSON.stringify(tests))}),`,
      `  score(${asPython(wrong)}, ${asPython(JSON.stringify(tests))}), score(${asPython(right)}, ${asPython(suite)})]))`,
    ];
    expect(await python(lines, server.url)).toEqual([1, 0, 1]);
  });

  test('raises where nobody judges, where it is refused, and where columns do not fit', async () => {
    const lines = [
      'def error(work):',
      '  try: return repr(work())',
      '  except Exception as error: return f"{type(error).__name__}: {error}"',
      'hasty = w.Judge("http://127.0.0.1:1", attempts=2, pause=0.01)',
      `print(json.dumps([error(lambda: w.make_reward(hasty)(["a"], tests=["assert(1)"])),`,
      `  error(lambda: w.winnow_reward(["a"], tests=["assert("])), error(lambda: w.winnow_reward(["a"], tests=[]))]))`,
    ];
    expect(await python(lines, server.url)).toEqual([
      expect.stringMatching(/^Unavailable: .*could not judge in 2 attempts: it cannot be reached/u),
      expect.stringMatching(/^Refused: 400 bad-test: tests\[0\] does not parse/u),
      expect.stringMatching(/^ValueError/u),
    ]);
  });

  const times = (count: number, answer: Answered): Answered[] => Array.from({ length: count }, () => answer);
  const answered: Answered = { status: 200, body: { results: [1] } };
  const failed = (status: number, code: string): Answered => ({ status, body: { error: { code, message: 'so' } } });

  const final: Answered = {
    status: 503,
    body: { error: { code: 'check-timed-out', message: 'so', retryable: false } },
  };

  test.each<[string, readonly Answered[], unknown]>([
    [
      'waits for a place',
      [failed(429, 'queue-full'), failed(503, 'overloaded'), failed(503, 'stopping'), answered],
      [1],
    ],
    ['waits for a server that comes back', [...times(2, { status: 502, body: 'gone' }), answered], [1]],
    ['raises where there never is a place', times(4, failed(503, 'overloaded')), 'Unavailable'],
    ['has no reward for what a fault keeps from being judged', times(4, failed(503, 'child-killed')), [null]],
    ['gives up at once what a fault will always keep from being judged', [final], [null]],
    ['tries again after a fault', [failed(503, 'machine-stalled'), answered], [1]],
    ['raises at once for a wrong token', [failed(401, 'unauthorised')], 'Refused'],
    ['raises at once for a bug of the server', [failed(500, 'internal')], 'Refused'],
  ])('%s', async (_name, answers, expected) => {
    await using server = await startScripted(answers);
    const lines = [
      'judge = w.Judge(attempts=4, pause=0.001)',
      'try: rewards = w.make_reward(judge)(["a"], tests=["assert(1)"])',
      'except Exception as error: rewards = type(error).__name__',
      'print(json.dumps(rewards))',
    ];
    expect(await python(lines, server.url)).toEqual(expected);
    expect(server.left()).toBe(0);
  });
});
