import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isAuthorised, isLoopback } from '../judge/guards.ts';

const cookieName = 'winnow_view';

/** Nothing but what this server itself sends is loaded or run by a page of it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that keep a browser from doing anything with a page but to show it. */
export const hardened: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('x-frame-options', 'DENY');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
};

/** Nothing that is shown can be changed from outside. */
export const readOnly: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return await next();
  return context.text('This server only shows: GET is all that it answers.\n', 405, { allow: 'GET, HEAD' });
};

/**
 * Refuses requests that a page of another site sends by a name of its own that it has had point to this machine (DNS
 * rebinding): those carry that name.
 */
export function namedAs(host: string): MiddlewareHandler {
  return async (context, next) => {
    const name = hostOf(context.req.header('host') ?? '');
    if (name === host || isLoopback(name)) return await next();
    return context.text('This server answers to its own address only.\n', 421);
  };
}

function hostOf(header: string): string {
  return header
    .replace(/:\d+$/u, '')
    .replace(/^\[(.*)\]$/u, '$1')
    .toLowerCase();
}

/** Asks for a token: as a bearer, or once as `?token=`, after which a cookie stands for it. */
export function holdingToken(token: string): MiddlewareHandler {
  const pass = createHmac('sha256', token).update(cookieName).digest('hex');
  return async (context, next) => {
    const { req } = context;
    const given = req.query('token');
    if (given !== undefined && isAuthorised(`Bearer ${given}`, token)) {
      setCookie(context, cookieName, pass, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.redirect(withoutToken(req.url), 303);
    }
    const isHolder = isAuthorised(req.header('authorization'), token) || isPass(getCookie(context, cookieName), pass);
    if (isHolder) return await next();
    return context.text('Open this address with ?token=… once, or send the token as a bearer.\n', 401, {
      'www-authenticate': 'Bearer',
    });
  };
}

function isPass(cookie: string | undefined, pass: string): boolean {
  const [given, asked] = [Buffer.from(cookie ?? ''), Buffer.from(pass)];
  return given.length === asked.length && timingSafeEqual(given, asked);
}

/** A path of this server, so that the address cannot lead elsewhere. */
function withoutToken(url: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete('token');
  const query = searchParams.size === 0 ? '' : `?${searchParams.toString()}`;
  return `/${pathname.replace(/^\/+/u, '')}${query}`;
}
