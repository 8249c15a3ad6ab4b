import { describe, expect, test, vi } from 'vitest';
import { judgeApp, type JudgeAppOptions } from '../../../../src/serve/judge/app.ts';
import type { JudgeProgram } from '../../../../src/serve/judge/program-judge.ts';
import { JudgingQueue } from '../../../../src/serve/judge/judging-queue.ts';
import { accepted, ScriptedJudge } from './scripted-judge.ts';

const least = { program: 'let a = 1', tests: ['assert(a)'] };
const fault = { boundary: 'sandbox', code: 'child-killed', retryable: true, message: 'It was killed.' };

interface Posted {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** What is posted as JSON to an app that judges as is given. */
function client(judge: JudgeProgram, options: Partial<JudgeAppOptions> = {}) {
  const queue = options.queue ?? new JudgingQueue({ judge, running: 1, capacity: 4 });
  const onError = vi.fn<(error: unknown) => void>();
  const app = judgeApp({ queue, maxBodyBytes: 1024, maxWaitMs: 60_000, token: undefined, onError, ...options });
  const post = async (path: string, body: unknown, init: RequestInit = {}): Promise<Posted> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'content-type': 'application/json', ...init.headers };
    const response = await app.request(path, { method: 'POST', body: text, ...init, headers });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  return { app, post, queue, onError };
}

const judgesWell: JudgeProgram = async ({ tests }) => accepted(tests.length);

describe('POST /test_program', () => {
  test('gives 1 or 0, the seconds and the verdict for each test', async () => {
    const { post } = client(async () => ({
      ok: true,
      extracted: 'program',
      results: [
        { isPassed: true, durationMs: 12.4, verdict: { kind: 'accepted' } },
        { isPassed: false, durationMs: 1500, verdict: { kind: 'stopped', limit: 'cpu' } },
      ],
    }));
    const { status, body } = await post('/test_program', least);
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [1, 0],
      runtimes: [0.012, 1.5],
      verdicts: [{ kind: 'accepted' }, { kind: 'stopped', limit: 'cpu' }],
      extracted: 'program',
    });
  });

  test('fails with 503 for a fault, and with 400 for a test that does not parse', async () => {
    const faulty = await client(async () => ({ ok: false, isBadTest: false, fault })).post('/test_program', least);
    expect(faulty).toMatchObject({ status: 503, body: { error: { code: 'child-killed', message: 'It was killed.' } } });
    expect(faulty.headers.get('retry-after')).toBe('1');
    const bad = await client(async () => ({ ok: false, isBadTest: true, fault: { ...fault, retryable: false } })).post(
      '/test_program',
      least,
    );
    expect(bad.status).toBe(400);
    expect(bad.headers.has('retry-after')).toBe(false);
  });

  test('says of a fault that will be the same next time that it is not worth another try', async () => {
    const stubborn = { boundary: 'types', code: 'check-timed-out', retryable: false, message: 'Too long.' };
    const { post } = client(async () => ({ ok: false, isBadTest: false, fault: stubborn }));
    const { status, headers, body } = await post('/test_program', least);
    expect([status, headers.has('retry-after')]).toEqual([503, false]);
    expect(body).toEqual({ error: { code: 'check-timed-out', message: 'Too long.', retryable: false } });
  });

  test('fails with 500 for a bug, and tells of it', async () => {
    const { post, onError } = client(() => Promise.reject(new TypeError('a bug')));
    expect(await post('/test_program', least)).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
    expect(onError).toHaveBeenCalledExactlyOnceWith(new TypeError('a bug'));
  });

  test.each([
    ['{', {}, 400, /^the body is no JSON: /u],
    ['', {}, 400, /^the body is no JSON: /u],
    [{ program: 'let a' }, {}, 400, /^tests must be a text/u],
    [least, { 'content-type': 'text/plain' }, 415, /content-type: application\/json/u],
    [least, { 'x-max-wait': 'soon' }, 400, /^the header x-max-wait/u],
    [{ ...least, program: ' '.repeat(2000) }, {}, 413, /--max-body-mb/u],
  ])('refuses %j with %j: %i', async (body, headers, status, message) => {
    const { post, onError } = client(judgesWell);
    const posted = await post('/test_program', body, { headers });
    expect(posted).toMatchObject({ status, body: { error: { message: expect.stringMatching(message) } } });
    expect(onError).not.toHaveBeenCalled();
  });

  test('refuses a body that turns out too large while it comes', async () => {
    const { app, onError } = client(judgesWell);
    const body = new Blob([' '.repeat(4000)]).stream();
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as const;
    expect((await app.request('/test_program', init)).status).toBe(413);
    expect(onError).not.toHaveBeenCalled();
  });

  test('says no at once when as many wait as may, and yes again when there is a place', async () => {
    const judge = new ScriptedJudge();
    const { post } = client(judgesWell, { queue: judge.queue(1, 1) });
    const [first, second] = [post('/test_program', least), post('/test_program', { ...least, program: 'b' })];
    await vi.waitFor(() => expect(judge.begun).toHaveLength(1));
    const third = await post('/test_program', least);
    expect(third).toMatchObject({ status: 429, body: { error: { code: 'queue-full' } } });
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    judge.finish(least.program);
    await first;
    const fourth = post('/test_program', { ...least, program: 'd' });
    await vi.waitFor(() => expect(judge.begun).toContain('b'));
    judge.finish('b');
    await vi.waitFor(() => expect(judge.begun).toContain('d'));
    judge.finish('d');
    expect([(await second).status, (await fourth).status]).toEqual([200, 200]);
  });

  test.each([
    ['by its field', { max_wait: 0.005 }, {}],
    ['by its header', {}, { 'x-max-wait': '0.005' }],
    ['by its field, whatever the header says', { max_wait: 0.005 }, { 'x-max-wait': '50' }],
  ])('is overloaded, %s, where it cannot begin in time', async (_name, fields, headers) => {
    const judge = new ScriptedJudge();
    const { post } = client(judgesWell, { queue: judge.queue(1, 4) });
    const first = post('/test_program', least);
    const second = await post('/test_program', { ...least, ...fields }, { headers });
    expect(second).toMatchObject({ status: 503, body: { error: { code: 'overloaded' } } });
    judge.finishAll();
    expect((await first).status).toBe(200);
  });
});

describe('POST /test_batch', () => {
  test('gives what each program comes to, in order, and null for what was not judged', async () => {
    const { post } = client(async ({ program, tests }) =>
      program === 'faulty' ? { ok: false, isBadTest: false, fault } : accepted(tests.length),
    );
    const { status, body } = await post('/test_batch', [least, { ...least, program: 'faulty' }, least]);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { results: [1] },
      { results: null, runtimes: null, verdicts: null, fault },
      { results: [1] },
    ]);
  });

  test('has a place for all of them or for none', async () => {
    const judge = new ScriptedJudge();
    const { post } = client(judgesWell, { queue: judge.queue(1, 2) });
    const first = post('/test_program', least);
    await vi.waitFor(() => expect(judge.begun).toHaveLength(1));
    expect(await post('/test_batch', [least, least, least])).toMatchObject({ status: 429 });
    expect(await post('/test_batch', [least, least, least, least])).toMatchObject({
      status: 413,
      body: { error: { code: 'batch-too-large' } },
    });
    expect(judge.begun).toHaveLength(1);
    judge.finishAll();
    await first;
  });

  test('gives null where a program cannot begin in time', async () => {
    const judge = new ScriptedJudge();
    const { post } = client(judgesWell, { queue: judge.queue(1, 4) });
    const batch = post('/test_batch', [least, { ...least, max_wait: 0.005 }]);
    await vi.waitFor(() => expect(judge.begun).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    judge.finishAll();
    const { body } = await batch;
    expect(body).toMatchObject([
      { results: [1] },
      { results: null, fault: { boundary: 'server', code: 'overloaded' } },
    ]);
  });
});

describe('a token', () => {
  test('is asked for everywhere but for the state of the server', async () => {
    const { app, post } = client(judgesWell, { token: 'secret' });
    for (const authorization of ['', 'Bearer wrong', 'secret']) {
      const { status, headers } = await post('/test_program', '{', { headers: { authorization } });
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
    expect(await post('/test_program', least, { headers: { authorization: 'Bearer secret' } })).toMatchObject({
      status: 200,
    });
    expect((await app.request('/nowhere')).status).toBe(401);
    expect((await app.request('/health')).status).toBe(200);
  });
});

describe('the server', () => {
  test('says how it is', async () => {
    const { app, queue } = client(judgesWell);
    const health = async (): Promise<unknown> => (await app.request('/health')).json();
    expect(await health()).toEqual({ status: 'healthy', queued: 0, running: 0, capacity: 4 });
    await queue.stop();
    expect(await health()).toMatchObject({ status: 'stopping' });
  });

  test('takes nothing more while it is stopped', async () => {
    const { post, queue } = client(judgesWell);
    await queue.stop();
    const { status, body, headers } = await post('/test_program', least);
    expect([status, headers.get('connection')]).toEqual([503, 'close']);
    expect(body).toMatchObject({ error: { code: 'stopping' } });
  });

  test('names what it serves to who asks for something else', async () => {
    const { app, post } = client(judgesWell);
    expect((await app.request('/test_program')).status).toBe(404);
    expect(await post('/test_program_stdio', least)).toMatchObject({
      status: 404,
      body: { error: { message: expect.stringContaining('POST /test_batch') } },
    });
  });
});
