import { afterEach, describe, expect, test, vi } from 'vitest';
import { clientOf, offline, requestFor, servingJson } from './helpers.ts';

const completion = (message: object, more: object = {}) => ({
  model: 'm',
  choices: [{ message, finish_reason: 'stop' }],
  usage: { prompt_tokens: 7, completion_tokens: 3 },
  ...more,
});

afterEach(() => void vi.unstubAllEnvs());

describe('a reply', () => {
  test('comes from the offline model over HTTP', async () => {
    const { url } = await offline();
    expect(await clientOf(url).complete(requestFor())).toEqual({
      ok: true,
      value: {
        content: 'Use `segments` 🙂 here.',
        reasoning: 'Count code points.',
        model: 'winnow-offline-strong',
        finishReason: 'stop',
        usage: { promptTokens: 5, completionTokens: 10 },
      },
    });
  });

  test.each(['reasoning', 'reasoning_content'])('has the reasoning that a server calls %s', async (name) => {
    const { url } = await servingJson(200, completion({ content: 'x', [name]: 'because' }));
    expect(await clientOf(url).complete(requestFor())).toMatchObject({ value: { reasoning: 'because' } });
  });

  test('has an estimated usage where the server reports none', async () => {
    const { url } = await servingJson(200, completion({ content: 'x'.repeat(40) }, { usage: null }));
    const usage = { promptTokens: 6, completionTokens: 10 };
    expect(await clientOf(url).complete(requestFor())).toMatchObject({ value: { usage } });
  });

  test('may be empty when the model only thought', async () => {
    const { url } = await servingJson(200, completion({ content: null, reasoning: 'hm' }));
    expect(await clientOf(url).complete(requestFor())).toMatchObject({ ok: true, value: { content: '' } });
  });
});

describe('a request', () => {
  test('names itself in a header and carries its parameters', async () => {
    const { url, asked } = await servingJson(200, completion({ content: 'x' }));
    await clientOf(url, { apiKey: 'k', headers: { 'x-team': 'nights' } }).complete(requestFor());
    expect(asked[0]?.headers).toMatchObject({
      'x-winnow-request': 'stage=solve; seed=strings/soft-wrap; sample=0',
      authorization: 'Bearer k',
      'x-team': 'nights',
    });
  });

  test('goes where the options say, with nothing from the environment', async () => {
    const paid = await servingJson(200, completion({ content: 'paid' }));
    vi.stubEnv('OPENAI_BASE_URL', paid.url);
    vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
    vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-admin');
    vi.stubEnv('OPENAI_ORG_ID', 'org-secret');
    vi.stubEnv('OPENAI_PROJECT_ID', 'project-secret');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'authorization: Bearer sk-secret\nx-gateway: secret\nopenai-project: secret');
    const own = await servingJson(200, completion({ content: 'own' }));
    expect(await clientOf(own.url).complete(requestFor())).toMatchObject({ value: { content: 'own' } });
    expect(paid.asked).toHaveLength(0);
    expect(own.asked).toHaveLength(1);
    expect(JSON.stringify(own.asked[0]?.rawHeaders)).not.toMatch(/secret|sk-|authorization/i);
  });

  test('is impossible without an address: the package would fall back to a paid endpoint', () => {
    expect(() => clientOf('')).toThrow('must begin with http');
    expect(() => clientOf('localhost:8080')).toThrow(expect.objectContaining({ code: 'base-url-invalid' }));
  });
});
