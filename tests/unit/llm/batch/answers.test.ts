import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../../src/core/fault.ts';
import { Answers, readAnswers } from '../../../../src/llm/batch/answers.ts';
import type { ServedBatch } from '../../../../src/llm/batch/api.ts';
import { llmFault } from '../../../../src/llm/fault.ts';
import { requestFor } from '../helpers.ts';

const endpoint = { name: 'e', baseUrl: 'http://h/v1', model: 'm', apiKey: 'sk-1' };
const keys = ['a', 'b', 'c'];

function batch(more: Partial<ServedBatch> = {}): ServedBatch {
  return { id: 'batch-1', status: 'completed', files: [], errors: [], ...more };
}

function answered(lines: readonly unknown[], more: Partial<ServedBatch> = {}): Answers {
  const answers = new Answers(batch(more), keys, endpoint);
  for (const line of lines) answers.add(typeof line === 'string' ? line : JSON.stringify(line));
  return answers;
}

const good = (key: string, content = 'x') => {
  const body = { model: 'm', choices: [{ message: { content }, finish_reason: 'stop' }] };
  return { custom_id: key, response: { status_code: 200, body }, error: null };
};
const bad = (key: string, status: number, error: object) => {
  return { custom_id: key, response: { status_code: status, body: { error } }, error: null };
};

describe('the line of a request', () => {
  test('is its reply', () => {
    const answers = answered([good('b', 'yes'), '', good('b', 'no')]);
    expect(answers.outcomeOf('b', requestFor())).toMatchObject({ ok: true, value: { content: 'yes' } });
    expect(answers.repliedKeys()).toEqual(['b']);
  });

  test.each([
    [bad('a', 429, { message: 'slow down' }), 'rate-limited', true],
    [bad('a', 429, { message: 'no credit', code: 'insufficient_quota' }), 'quota-exhausted', false],
    [bad('a', 500, { message: 'oops' }), 'server-error', true],
    [bad('a', 400, { message: 'context too long' }), 'bad-request', false],
    [bad('a', 404, { message: 'no model', code: 'model_not_found' }), 'model-not-found', false],
    [{ custom_id: 'a', response: { status_code: 200, body: '<html>' } }, 'bad-response', true],
    [{ custom_id: 'a', response: { status_code: 503 } }, 'server-error', true],
    [{ custom_id: 'a', response: null, error: { code: 'batch_expired', message: 'late' } }, 'batch-unanswered', true],
    [{ custom_id: 'a', response: null, error: { code: 'batch_cancelled' } }, 'batch-unanswered', true],
    [{ custom_id: 'a', response: null, error: { code: 'unknown', message: 'hm' } }, 'server-error', true],
    [{ custom_id: 'a' }, 'server-error', true],
  ])('%j is a fault as when it is asked alone: %s', (line, code, retryable) => {
    const answers = answered([line]);
    expect(answers.outcomeOf('a', requestFor())).toMatchObject({ fault: { code, retryable } });
    expect(answers.repliedKeys()).toEqual([]);
  });

  test('is printed without the key', () => {
    const outcome = answered([bad('a', 400, { message: 'bad sk-1\u001b[31m' })]).outcomeOf('a', requestFor());
    expect(!outcome.ok && outcome.fault.message).toContain('bad [key] [31m');
  });
});

describe('a request without a line', () => {
  test.each(['completed', 'expired', 'cancelled'])('in a batch that is %s is asked again', (status) => {
    const outcome = answered([good('b')], { status }).outcomeOf('a', requestFor());
    expect(outcome).toMatchObject({ fault: { code: 'batch-unanswered', retryable: true } });
  });

  test.each(['{"custom_id"', '[]', '{"custom_id": 1}', 'null'])('may be behind a line that is broken: %s', (line) => {
    const outcome = answered([good('b'), line]).outcomeOf('a', requestFor());
    expect(outcome).toMatchObject({ fault: { code: 'bad-response', retryable: true } });
  });
});

describe('a batch that its server refused', () => {
  const refused = (...errors: readonly Partial<ServedBatch['errors'][number]>[]) =>
    answered([], {
      status: 'failed',
      errors: errors.map((each) => ({ code: 'invalid', line: undefined, message: 'Because.', ...each })),
    });

  test('fails its requests for good, with what the server said', () => {
    const outcome = refused({}).outcomeOf('a', requestFor());
    expect(outcome).toMatchObject({ fault: { code: 'batch-refused', retryable: false } });
    expect(!outcome.ok && outcome.fault.message).toContain('refused batch batch-1: Because. Check');
    expect(refused().outcomeOf('a', requestFor())).toMatchObject({ fault: { code: 'batch-refused' } });
  });

  test('fails only the requests whose lines are to blame', () => {
    const answers = refused({ line: 2 });
    expect(keys.map((key) => answers.outcomeOf(key, requestFor()))).toMatchObject([
      { fault: { code: 'batch-unanswered' } },
      { fault: { code: 'batch-refused' } },
      { fault: { code: 'batch-unanswered' } },
    ]);
  });

  test.each([
    ['token_limit_exceeded', 'rate-limited', true],
    ['model_not_found', 'model-not-found', false],
    ['billing_hard_limit_reached', 'quota-exhausted', false],
  ])('for %s fails as the same trouble does elsewhere: %s', (code, as, retryable) => {
    expect(refused({ code }).outcomeOf('a', requestFor())).toMatchObject({ fault: { code: as, retryable } });
  });
});

test('answers are read from all files, and a file that is gone leaves requests without a line', async () => {
  const read = async (file: string, onLine: (line: string) => void) => {
    if (file === 'out') onLine(JSON.stringify(good('a')));
    return ok(file === 'out');
  };
  const answers = await readAnswers(batch({ files: ['out', 'gone'] }), keys, { api: { read }, endpoint });
  expect(answers.ok && answers.value.repliedKeys()).toEqual(['a']);
  const broken = { read: async () => failed(llmFault('connection-lost', 'gone')) };
  expect(await readAnswers(batch({ files: ['out'] }), keys, { api: broken, endpoint })).toMatchObject({ ok: false });
});

property.prop([fc.array(fc.oneof(fc.string(), fc.json()))])(
  'any lines at all give each request an outcome',
  (lines) => {
    const answers = answered(lines);
    for (const key of keys) expect(answers.outcomeOf(key, requestFor())).toHaveProperty('ok');
  },
);
