import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { winnow } from './helpers.ts';
import { type JudgeServer, startJudge } from './judge-server.ts';

const right = 'export const add = (a: number, b: number): number => a + b;';
const tests = ['expect(add(1, 2)).toBe(3)', 'assert.strictEqual(add(0, 0), 0)'];
const suite = `import { expect, test } from 'vitest';
import { add } from './solution';
test('adds', () => { expect(add(1, 2)).toBe(3); });
test('adds nothing', () => { expect(add(1, 0)).toBe(1); });`;

let server: JudgeServer;
beforeAll(async () => {
  server = await startJudge(['--max-body-mb', '1']);
});
afterAll(() => server[Symbol.asyncDispose]());

describe('a served judge', () => {
  test.each([
    ['right', right, tests, [1, 1], 'accepted'],
    ['wrong', right.replace('a + b', 'a - b'), tests, [0, 1], 'refuted'],
    ['right by a module of tests', right, suite, [1], 'accepted'],
    ['wrong by a module of tests', right.replace('a + b', 'a * b'), suite, [0], 'refuted'],
    ['no program', 'export const add = (a: number', tests, [0, 0], 'malformed'],
    ['a loop', 'export const add = () => { for (;;); };', tests, [0, 0], 'stopped'],
    ['a reply', `<think>add(a, b)?</think>So:\n\n\`\`\`ts\n${right}\n\`\`\`\nIt adds.`, tests, [1, 1], 'accepted'],
    ['a reply that refuses', 'I cannot write that, sorry.', tests, [0, 0], 'malformed'],
    ['JavaScript with CommonJS', 'module.exports = { add: (a, b) => a + b };', tests, [1, 1], 'accepted'],
  ])('tells that a program is %s', async (_name, program, tests, results, kind) => {
    const { status, body } = await server.post('/test_program', { program, tests, max_execution_time: 0.5 });
    expect([status, body.results, body.verdicts?.[0]?.kind]).toEqual([200, results, kind]);
  });

  test('judges several programs at once, and names the test that does not parse', async () => {
    const programs = [
      { program: right, tests },
      { program: right, tests: ['expect('] },
      { program: '', tests },
    ];
    const { status, body } = await server.post('/test_batch', programs);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { results: [1, 1] },
      { results: null, fault: { boundary: 'request', code: 'bad-test', message: expect.stringContaining('tests[0]') } },
      { results: [0, 0] },
    ]);
  });

  test('refuses what it cannot read', async () => {
    const large = JSON.stringify({ program: ' '.repeat(2 ** 20), tests });
    const answers = await Promise.all([
      server.post('/test_program', '{"program"'),
      server.post('/test_program', large),
    ]);
    expect(answers.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [400, 'bad-request'],
      [413, 'body-too-large'],
    ]);
  });
});

describe('winnow serve', () => {
  test.each([
    [[], /--run DIR .* or --judge/u],
    [['--judge', '--host', '0.0.0.0'], /--token-env NAME/u],
    [['--judge', '--token-env', 'NOT_SET'], /NOT_SET: this environment variable is not set/u],
    [['--judge', '--config', 'nowhere.yaml'], /nowhere\.yaml/u],
  ])('%j exits 2 and says why', async (args, message) => {
    const { code, stderr } = await winnow(['serve', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test('exits 2 where its port is taken', async () => {
    const { code, stderr } = await winnow(['serve', '--judge', '--port', new URL(server.url).port]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('EADDRINUSE')]);
  });

  test('asks for the token, and refuses ill-typed programs where types count', async () => {
    await using strict = await startJudge(['--token-env', 'TOKEN', '--types', 'strict'], { TOKEN: 'secret' });
    const authorization = 'Bearer secret';
    const program = right.replace(': number =>', ': string =>');
    expect(await strict.post('/test_program', { program, tests })).toMatchObject({ status: 401 });
    const wrong = await strict.post(
      '/test_program',
      { program, tests },
      { headers: { authorization: 'Bearer other' } },
    );
    expect(wrong.status).toBe(401);
    const judged = await strict.post('/test_program', { program, tests }, { headers: { authorization } });
    expect(judged).toMatchObject({ status: 200, body: { results: [0, 0], verdicts: [{ kind: 'ill-typed' }, {}] } });
    const typed = await strict.post('/test_program', { program: right, tests }, { headers: { authorization } });
    expect(typed.body.results).toEqual([1, 1]);
  });
});
