import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../src/core/fault.ts';
import { judgeSettings } from '../../../src/pipeline/batch/settings.ts';
import type { Examine } from '../../../src/pipeline/batch/open-judge.ts';
import { judgeApp, type AppOptions } from '../../../src/serve/judge/app.ts';
import { JobQueue } from '../../../src/serve/judge/queue.ts';

/** Accepts programs that say so; those that say `break` meet a fault of the sandbox. */
const examine: Examine = async ({ solution, suite }, { cpuMs }) => {
  if (solution.includes('breaks')) {
    return failed({ boundary: 'sandbox', code: 'child-died', retryable: true, message: 'the child died' });
  }
  const check = { name: `${suite} in ${cpuMs} ms`, outcome: 'passed' as const };
  if (solution.includes('good'))
    return ok({ verdict: { kind: 'accepted', checks: [check] }, tests: [check], durationMs: 12 });
  const by = { name: 't', outcome: 'failed' as const };
  return ok({ verdict: { kind: 'refuted', by, failed: 1, total: 1 }, tests: [by], durationMs: 3 });
};

function app(more: Partial<AppOptions> = {}) {
  const queue = new JobQueue({ concurrency: 2, capacity: 4 });
  return judgeApp({ examine, queue, settings: judgeSettings({}), maxBodyBytes: 1000, maxWaitMs: 1000, ...more });
}

async function post(served: ReturnType<typeof judgeApp>, body: unknown, path = '/test_program', headers = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await served.request(path, { method: 'POST', body: text, headers });
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    json: (await answer.json()) as object,
  };
}

const good = { program: 'const good = 1;', tests: ['a', 'b'] };

describe('POST /test_program', () => {
  test('answers with a result and a time for each test', async () => {
    expect(await post(app(), good)).toMatchObject({
      status: 200,
      json: { results: [1, 1], runtimes: [0.012, 0.012], verdicts: [{ kind: 'accepted' }, { kind: 'accepted' }] },
    });
    expect(await post(app(), { program: 'const bad = 1;', tests: 'a' })).toMatchObject({
      status: 200,
      json: { results: [0] },
    });
    expect(await post(app(), { program: 'no code here', tests: ['a'] })).toMatchObject({
      status: 200,
      json: { results: [0] },
    });
  });

  test('says nothing about a program where the judge itself failed', async () => {
    const answer = await post(app(), { program: 'const breaks = 1;', tests: ['a'] });
    expect(answer).toEqual({
      status: 503,
      retryAfter: '1',
      json: { error: { code: 'child-died', message: 'the child died' } },
    });
  });

  test.each([
    ['{', 400, 'bad-request', 'the body is no JSON'],
    [{}, 400, 'bad-request', 'program must be a text'],
    [{ program: 'p', tests: [] }, 400, 'bad-request', 'tests'],
    [{ ...good, max_execution_time: 0 }, 400, 'bad-request', 'max_execution_time must be above 0'],
    [{ ...good, language: 'py' }, 400, 'bad-request', "language must be 'ts' or 'js'"],
    [{ program: 'x'.repeat(2000), tests: ['a'] }, 413, 'too-large', 'larger than'],
    [
      { ...good, tests: ['1', '2', '3', '4', '5', '6', '7'] },
      413,
      'too-many-tests',
      'has 7 tests, and the queue holds 4',
    ],
  ])('%j is refused with %i', async (body, status, code, words) => {
    const answer = await post(app(), body);
    expect(answer).toMatchObject({
      status,
      json: { error: { code, message: expect.stringContaining(words) as string } },
    });
  });

  test('is refused at once with 429 while the queue is full, and never with a verdict', async () => {
    const queue = new JobQueue({ concurrency: 1, capacity: 2 });
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting: Examine = async (...args) => {
      await promise;
      return await examine(...args);
    };
    const served = app({ queue, examine: waiting });
    const first = post(served, { program: 'const good = 1;', tests: ['a', 'b', 'c'] });
    await expect.poll(() => queue.waiting).toBe(2);
    expect(await post(served, good)).toMatchObject({
      status: 429,
      retryAfter: '1',
      json: { error: { code: 'overloaded' } },
    });
    resolve();
    expect(await first).toMatchObject({ status: 200, json: { results: [1, 1, 1] } });
  });

  test('is refused with 503 when its turn does not come in the time that it allows', async () => {
    const queue = new JobQueue({ concurrency: 1, capacity: 4 });
    const served = app({ queue, examine: () => new Promise(() => {}) });
    void post(served, { program: 'const good = 1;', tests: ['a'] });
    await expect.poll(() => queue.running).toBe(1);
    const answer = await post(served, good, '/test_program', { 'x-max-wait': '0.01' });
    expect(answer).toMatchObject({ status: 503, json: { error: { code: 'overloaded' } } });
  });

  test('asks for a token where there is one', async () => {
    const served = app({ token: 'secret' });
    expect(await post(served, good)).toMatchObject({ status: 401 });
    expect(await post(served, good, '/test_program', { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
    expect(await post(served, good, '/test_program', { authorization: 'Bearer secret' })).toMatchObject({
      status: 200,
    });
  });
});

describe('the other paths', () => {
  test('a batch is answered program by program, null where nothing is known', async () => {
    const answer = await post(app(), [good, { program: 'const breaks = 1;', tests: ['a'] }], '/test_batch');
    expect(answer).toMatchObject({
      status: 200,
      json: [{ results: [1, 1] }, { results: null, runtimes: null, fault: { code: 'child-died' } }],
    });
  });

  test('health says how busy it is, and strange paths what is served', async () => {
    const health = await app({ token: 'secret' }).request('/health');
    expect(await health.json()).toEqual({ status: 'ok', queued: 0, running: 0, capacity: 4 });
    expect(await post(app(), good, '/nowhere')).toMatchObject({
      status: 404,
      json: { error: { code: 'unknown-path' } },
    });
  });
});
