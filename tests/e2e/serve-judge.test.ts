import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, winnow } from './helpers.ts';
import { descendantsOf } from './processes.ts';
import { watchWinnow, type Watched } from './watched.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

interface Served {
  readonly url: string;
  readonly process: Watched;
}

async function served(...flags: string[]): Promise<Served> {
  const watched = watchWinnow(['serve', '--judge', '--port', '0', ...flags]);
  const line = await watched.said(/Judging at (\S+)\/test_program/u);
  return { url: line[1] ?? '', process: watched };
}

async function judge(url: string, body: unknown): Promise<{ status: number; json: Answer }> {
  const answer = await fetch(`${url}/test_program`, { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, json: (await answer.json()) as Answer };
}

interface Answer {
  readonly results?: readonly number[];
  readonly runtimes?: readonly number[];
  readonly verdicts?: readonly { readonly kind: string }[];
  readonly error?: { readonly code: string };
}

const right = 'function twice(n) { return 2 * n; }';
const wrong = 'function twice(n) { return n + 2; }';
const tests = ['assert.strictEqual(twice(2), 4)', 'assert.strictEqual(twice(5), 10)'];

describe('winnow serve --judge', () => {
  let server: Served;
  beforeAll(async () => {
    server = await served('--concurrency', '2', '--timeout-ms', '1000');
  });
  afterAll(async () => {
    server.process.kill('SIGTERM');
    expect((await server.process.ended).code).toBe(0);
  });

  test.each([
    ['a right program', right, [1, 1]],
    ['a wrong one', wrong, [1, 0]],
    ['a reply with a fenced program', `Sure!\n\`\`\`js\n${right}\n\`\`\``, [1, 1]],
    ['one that never ends', 'function twice(n) { for (;;); }', [0, 0]],
    ['one that does not parse', 'function twice(n) {', [0, 0]],
  ])('judges %s', async (_, program, results) => {
    const { status, json } = await judge(server.url, { program, tests, max_execution_time: 0.5 });
    expect([status, json.results]).toEqual([200, results]);
  });

  test('gives 120 requests at once the verdicts that they have one by one', async () => {
    const programs = Array.from({ length: 120 }, (_, n) => ({
      program: `${n % 3 === 0 ? wrong : right}\n// ${n}`,
      tests,
    }));
    const answers = await Promise.all(programs.map((one) => judge(server.url, one)));
    expect(answers.map(({ status }) => status)).toEqual(programs.map(() => 200));
    expect(answers.map(({ json }) => json.results)).toEqual(programs.map((_, n) => (n % 3 === 0 ? [1, 0] : [1, 1])));
  });

  test('calls no program wrong when the sandbox is killed under it', async () => {
    const asked = Array.from({ length: 40 }, (_, n) =>
      judge(server.url, { program: `${right}\n// killed ${n}`, tests }),
    );
    for (const { pid } of descendantsOf(server.process.pid)) process.kill(pid, 'SIGKILL');
    for (const { status, json } of await Promise.all(asked)) {
      expect([200, 503]).toContain(status);
      if (status === 200) expect(json.results).toEqual([1, 1]);
    }
    expect((await judge(server.url, { program: right, tests })).json.results).toEqual([1, 1]);
  });

  test('forgets what a client that has gone was waiting for', async () => {
    const { port } = new URL(server.url);
    const body = JSON.stringify({
      program: 'function twice(n) { for (;;); }',
      tests: Array.from({ length: 100 }, () => tests[0]),
    });
    const gone = request({ port, path: '/test_program', method: 'POST' });
    gone.on('error', () => {});
    gone.end(body);
    const busy = async (): Promise<number> => {
      const health = (await (await fetch(`${server.url}/health`)).json()) as { queued: number };
      return health.queued;
    };
    await expect.poll(busy).toBeGreaterThan(0);
    gone.destroy();
    await expect.poll(busy, { timeout: 30_000 }).toBe(0);
  });

  test.skipIf(!hasPython)('gives rewards to Python', async () => {
    const script = `
import json, sys
sys.path.insert(0, ${JSON.stringify(join(root, 'examples', '11-rl-reward'))})
import winnow_reward as w
tests = ${JSON.stringify(tests)}
replies = [${JSON.stringify(right)}, [{"role": "assistant", "content": ${JSON.stringify(wrong)}}]]
print(json.dumps([
    w.winnow_reward(replies, tests=[tests, tests], max_execution_time=[1.0, 1.0], prompts=["p", "p"]),
    w.compute_score("winnow", ${JSON.stringify(right)}, json.dumps(tests), {"index": 0}),
]))`;
    expect(await python(script, server.url)).toEqual([[1, 0.5], 1]);
  });
});

async function python(script: string, url: string): Promise<unknown> {
  const env = { ...process.env, WINNOW_JUDGE_URL: url };
  const { stdout } = await promisify(execFile)('python3', ['-c', script], { env });
  return JSON.parse(stdout);
}

describe.skipIf(!hasPython)('the reward function', () => {
  const script = (work: string): string => `
import json, sys
sys.path.insert(0, ${JSON.stringify(join(root, 'examples', '11-rl-reward'))})
import winnow_reward as w
w.FIRST_PAUSE_SECONDS = 0.001
w.ATTEMPTS = 4
${work}`;

  test('asks again while the judge is full, and has no reward where it stays so', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      const isThird = asked === 3;
      response.writeHead(isThird ? 200 : 429, { 'content-type': 'application/json' });
      response.end(isThird ? '{"results": [1], "runtimes": [0.1]}' : '{"error": {}}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const work = 'print(json.dumps([w.reward_of("p", ["t"]), w.reward_of("p", ["t"])]))';
    expect(await python(script(work), url)).toEqual([1, null]);
    expect(asked).toBe(3 + 4);
    server.close();
  });

  test('raises, and rewards nothing, where no server answers', async () => {
    const work =
      'try:\n    w.reward_of("p", ["t"])\nexcept w.JudgeUnreachable as error:\n    print(json.dumps(str(error)))';
    expect(await python(script(work), 'http://127.0.0.1:9')).toContain('does not answer');
  });
});

describe('serving what cannot be served', () => {
  test.each([
    [['serve'], 'Say what to serve'],
    [['serve', '--judge', '--host', '0.0.0.0'], '--token-env'],
    [['serve', '--judge', '--token-env', 'NO_SUCH_TOKEN'], 'NO_SUCH_TOKEN'],
    [['serve', '--judge', '--host', '192.0.2.1', '--token-env', 'TOKEN'], 'cannot listen'],
  ])('%j is exit 2', async (args, words) => {
    const { code, stderr } = await winnow(args, { env: { TOKEN: 'secret' } });
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('Ctrl-C ends a server that is idle', async () => {
    const running = await served();
    running.process.kill('SIGINT');
    expect((await running.process.ended).code).toBe(0);
  });
});
