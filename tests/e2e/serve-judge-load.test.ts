import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { type Answer, slow, startJudge, type JudgeServer } from './judge-server.ts';
import { descendantsOf } from './processes.ts';

const add = 'export const add = (a: number, b: number): number => a + b;';
const quick = { program: add, tests: ['assert(add(1, 2) === 3)'] };

/** Programs of every fate, and how many of them are in a crowd: a child that is killed takes a while to come back. */
const crowd = [
  { count: 60, ...quick },
  {
    count: 60,
    program: add.replace('a + b', 'a - b'),
    tests: ['expect(add(1, 2)).toBe(3)', 'expect(add(1, 0)).toBe(1)'],
  },
  { count: 30, program: 'export const add = (', tests: quick.tests },
  { count: 20, program: 'throw new Error("at once");', tests: quick.tests },
  { count: 20, program: `\`\`\`ts\n${add}\n\`\`\``, tests: [...quick.tests, 'assert(add(1, 1) === 3)'] },
  { count: 5, ...slow(60) },
  { count: 3, program: 'export const add = () => { while (true) {} };', tests: quick.tests, max_execution_time: 0.1 },
  {
    count: 2,
    program: 'export const add = (): unknown => { const all = []; for (;;) all.push(new Array(1e5).fill(1)); };',
    tests: quick.tests,
  },
];

const kindsOf = ({ status, body }: Answer): unknown => [status, body.results, body.verdicts?.map(({ kind }) => kind)];

/** Waits until so many programs are under way. */
async function untilRunning(server: JudgeServer, running: number): Promise<void> {
  await vi.waitFor(async () => expect((await server.load()).running).toBe(running), { timeout: 10_000 });
}

describe('a crowd', { timeout: 120_000 }, () => {
  test('of 200 requests at once gets the verdicts of a quiet hour', async () => {
    await using server = await startJudge();
    const quiet: unknown[] = [];
    for (const program of crowd) quiet.push(kindsOf(await server.post('/test_program', program)));
    expect(quiet).toMatchObject(crowd.map(() => [200, expect.anything(), expect.anything()]));
    const everybody = crowd.flatMap(({ count, ...program }, kind) =>
      Array.from({ length: count }, () => ({ kind, program })),
    );
    expect(everybody).toHaveLength(200);
    const answers = await Promise.all(everybody.map(({ program }) => server.post('/test_program', program)));
    expect(answers.map(kindsOf)).toEqual(everybody.map(({ kind }) => quiet[kind]));
  });

  test('that is larger than the queue is told so at once, and never gets a zero for it', async () => {
    await using server = await startJudge(['--queue', '4']);
    const answers = await Promise.all(Array.from({ length: 40 }, () => server.post('/test_program', slow(200))));
    const judged = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 429);
    expect(judged.length).toBeGreaterThanOrEqual(8);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    expect(judged.length + refused.length).toBe(40);
    for (const { body } of judged) expect(body.results).toEqual([1]);
    for (const { body, headers } of refused) {
      expect(body.error?.code).toBe('queue-full');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });
});

describe('a request that waits', () => {
  test('is overloaded after its time, and not judged once its client has gone', async () => {
    await using server = await startJudge();
    const long = Array.from({ length: 4 }, () => server.post('/test_program', slow(1500)));
    await untilRunning(server, 4);
    const late = server.post('/test_program', { ...quick, max_wait: 0.1 });
    const leaving = new AbortController();
    const left = Array.from({ length: 3 }, () => server.post('/test_program', slow(1500), { signal: leaving.signal }));
    await vi.waitFor(async () => expect((await server.load()).queued).toBeGreaterThanOrEqual(3));
    leaving.abort();
    await Promise.allSettled(left);
    expect(await late).toMatchObject({ status: 503, body: { error: { code: 'overloaded' } } });
    await vi.waitFor(async () => expect((await server.load()).queued).toBe(0));
    expect((await Promise.all(long)).map(({ body }) => body.results)).toEqual([[1], [1], [1], [1]]);
    expect(server.process.words()).not.toContain('internal error');
  });

  test('may have a body that breaks off', async () => {
    await using server = await startJudge();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      'POST /test_program HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    await delay(50);
    socket.destroy();
    expect((await server.post('/test_program', quick)).body.results).toEqual([1]);
    expect(server.process.words()).not.toContain('internal error');
  });
});

describe('a fault of the sandbox', { timeout: 120_000 }, () => {
  test('is no verdict: whose child is killed again and again has no result', async () => {
    await using server = await startJudge();
    const killing = setInterval(() => descendantsOf(server.pid).forEach(({ pid }) => kill(pid)), 25);
    const { status, body, headers } = await server
      .post('/test_program', slow(1000))
      .finally(() => clearInterval(killing));
    expect([status, body.error?.code]).toEqual([503, expect.stringMatching(/^child-(?:killed|unusable)$/u)]);
    expect(headers.has('retry-after')).toBe(true);
    expect((await server.post('/test_program', quick)).body.results).toEqual([1]);
  });
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

describe('a signal', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s lets what runs come to its end, and nothing else', async (signal) => {
    await using server = await startJudge();
    const running = Array.from({ length: 4 }, () => server.post('/test_program', slow(800)));
    await untilRunning(server, 4);
    const waiting = server.post('/test_program', quick);
    await vi.waitFor(async () => expect((await server.load()).queued).toBe(1));
    server.process.kill(signal);
    expect(await waiting).toMatchObject({ status: 503, body: { error: { code: 'stopping' } } });
    await expect(server.post('/test_program', quick)).rejects.toThrow('fetch failed');
    expect((await Promise.all(running)).map(({ body }) => body.results)).toEqual([[1], [1], [1], [1]]);
    expect(await server.process.ended).toEqual({ code: 0, signal: null });
  });

  test('that comes twice ends it at once', async () => {
    await using server = await startJudge();
    const running = server.post('/test_program', slow(5000));
    void running.catch(() => undefined);
    await untilRunning(server, 1);
    server.process.kill('SIGINT');
    await server.process.said(/Press Ctrl-C again/u);
    server.process.kill('SIGINT');
    expect(await server.process.ended).toEqual({ code: 130, signal: null });
    await expect(running).rejects.toThrow('fetch failed');
  });
});
