import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inputError } from '../../../../src/core/error.ts';
import { viewApp, type ViewAppOptions } from '../../../../src/serve/view/app.ts';
import type { ViewSite } from '../../../../src/serve/view/site.ts';
import { tempDir } from '../../support/temp-dir.ts';

const sight = (value: unknown) => ({ value, page: () => `<p>${JSON.stringify(value)}</p>` });

function siteWith(more: Partial<ViewSite> = {}): ViewSite {
  return {
    overview: () => sight('overview'),
    rows: (query) => sight(query.toString()),
    row: (id) => (id === 'a' ? sight('row a') : id === 'b' ? { moved: 'a' } : undefined),
    text: (id, place) => (id === 'a' && place === '1.2' ? '<script>whole</script>' : undefined),
    report: () => undefined,
    live: () => ({ part: 'one' }),
    problem: (title, text) => `<p>${title}: ${text.length} letters</p>`,
    style: 'a {}',
    script: 'void 0;',
    ...more,
  };
}

interface Asked extends Partial<Omit<ViewAppOptions, 'site'>> {
  readonly site?: Partial<ViewSite>;
}

function appWith({ site, ...more }: Asked = {}) {
  const stop = new AbortController().signal;
  const onError = (): void => {};
  return viewApp({ site: siteWith(site), host: '127.0.0.1', token: undefined, stop, onError, ...more });
}

const own = { headers: { host: '127.0.0.1:8301' } };
const at = (path: string, init: RequestInit = own, asked: Asked = {}): Promise<Response> =>
  Promise.resolve(appWith(asked).request(`http://127.0.0.1:8301${path}`, init));

describe('a view', () => {
  test.each([
    ['/', 200, 'overview'],
    ['/api/overview', 200, '"overview"'],
    ['/rows?kind=kept', 200, 'kind=kept'],
    ['/api/rows?q=a', 200, '"q=a"'],
    ['/rows/a', 200, 'row a'],
    ['/api/rows/a', 200, '"row a"'],
    ['/rows/none', 404, 'No such row'],
    ['/api/rows/none', 404, '{"error":{"message":"No row of this run has the id none."}}'],
    ['/rows/a/text/9.9', 404, 'No such text'],
    ['/report', 404, 'No report yet'],
    ['/../../etc/passwd', 404, 'Not found'],
    ['/style.css', 200, 'a {}'],
    ['/view.js', 200, 'void 0;'],
  ])('answers %s with %i', async (path, status, text) => {
    const response = await at(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
  });

  test.each(['/', '/rows', '/rows/none', '/api/rows', '/style.css', '/nothing', '/rows/a/text/1.2'])(
    'sends %s with headers that let nothing else be loaded or guessed',
    async (path) => {
      const { headers } = await at(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/u);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/u);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('sends a whole text as plain text', async () => {
    const response = await at('/rows/a/text/1.2');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/u);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(await response.text()).toBe('<script>whole</script>');
  });

  test('sends the report with its own style, and without scripts', async () => {
    const path = join(tempDir(), 'report.html');
    writeFileSync(path, '<p>report</p>');
    const response = await at('/report', own, { site: { report: () => path } });
    expect(await response.text()).toBe('<p>report</p>');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/u);
  });

  test('leads from the beginning of an id to the whole', async () => {
    const response = await at('/rows/b');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/rows/a']);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('takes no %s', async (method) => {
    expect((await at('/', { ...own, method })).status).toBe(405);
  });

  test('says what cannot be meant, and hides what is a bug', async () => {
    const errors: unknown[] = [];
    const refusing = (error: unknown): Asked => ({
      site: {
        rows: () => {
          throw error;
        },
      },
      onError: (found) => void errors.push(found),
    });
    const refused = await at('/api/rows', own, refusing(inputError('bad-query', 'most must be a number')));
    expect([refused.status, await refused.text()]).toEqual([400, '{"error":{"message":"most must be a number"}}']);
    const bug = new Error('secret detail');
    const failed = await at('/rows', own, refusing(bug));
    expect([failed.status, errors]).toEqual([500, [bug]]);
    expect(await failed.text()).not.toContain('secret');
  });
});

describe('the host that a request names', () => {
  test.each([
    ['localhost:8301', 200],
    ['127.0.0.1', 200],
    ['[::1]:8301', 200],
    ['LOCALHOST', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example:8301', 421],
    ['', 421],
  ])('%j is answered with %i', async (host, status) => {
    expect((await at('/', { headers: { host } })).status).toBe(status);
  });
});

describe('a token', () => {
  const token = { token: 'open sesame', host: '0.0.0.0' };
  const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
    (await at(path, { headers }, token)).status;

  test('is asked for everywhere', async () => {
    for (const path of ['/', '/rows', '/api/rows', '/events', '/style.css', '/nothing']) {
      expect(await status(path)).toBe(401);
    }
    expect(await status('/?token=wrong')).toBe(401);
    expect(await status('/', { authorization: 'Bearer wrong' })).toBe(401);
    expect(await status('/', { cookie: 'winnow_view=wrong' })).toBe(401);
    expect(await status('/', { cookie: 'winnow_view=open%20sesame' })).toBe(401);
  });

  test('is taken as a bearer', async () => {
    expect(await status('/api/rows', { authorization: 'Bearer open sesame' })).toBe(200);
  });

  test('is taken once in the address, and a cookie stands for it then', async () => {
    const first = await at('/rows?kind=kept&token=open+sesame', { headers: {} }, token);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/rows?kind=kept']);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/u);
    expect(cookie).not.toContain('sesame');
    expect(await status('/rows', { cookie: cookie.split(';')[0] ?? '' })).toBe(200);
  });

  test('leads to no other server', async () => {
    const response = await at('//evil.example/?token=open+sesame', { headers: {} }, token);
    expect(response.headers.get('location')).toBe('/evil.example/');
  });
});

describe('changes', () => {
  test('are sent where there are any, and only those', async () => {
    const stop = new AbortController();
    let looks = 0;
    const live = () => ({ still: 'same', moving: `look ${Math.min((looks += 1), 2)}` });
    const response = await at('/events', own, { site: { live }, stop: stop.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const text = await untilLooked(response, () => looks >= 3, stop);
    const sent = [...text.matchAll(/^data: (.*)$/gmu)].map(([, data = '']) => JSON.parse(data) as unknown);
    expect(sent).toEqual([{ still: 'same', moving: 'look 1' }, { moving: 'look 2' }]);
  });

  test('are not waited for by what asks for the headers alone', async () => {
    let looks = 0;
    const live = () => ({ part: `look ${(looks += 1)}` });
    const response = await at('/events', { ...own, method: 'HEAD' }, { site: { live } });
    expect([response.status, await response.text(), looks]).toEqual([200, '', 0]);
  });

  test('end where they cannot be looked for, and the server says why', async () => {
    const errors: unknown[] = [];
    const bug = new Error('why');
    const live = () => {
      throw bug;
    };
    const response = await at('/events', own, { site: { live }, onError: (error) => void errors.push(error) });
    expect(await response.text()).not.toContain('parts');
    expect(errors).toEqual([bug]);
  });

  async function untilLooked(response: Response, isDone: () => boolean, stop: AbortController): Promise<string> {
    const timer = setInterval(() => isDone() && stop.abort(), 50);
    const text = await response.text();
    clearInterval(timer);
    return text;
  }
});
