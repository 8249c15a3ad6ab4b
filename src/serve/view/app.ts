import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { WinnowError } from '../../core/error.ts';
import { isLoopback } from '../judge/guards.ts';
import { hardened, holdingToken, namedAs, readOnly } from './guards.ts';
import type { LiveParts, Sight, ViewSite } from './site.ts';

export interface ViewAppOptions {
  readonly site: ViewSite;
  /** The address that is listened on. */
  readonly host: string;
  /** Asked of whoever looks, where there is one. */
  readonly token: string | undefined;
  /** Ends what waits for changes. */
  readonly stop: AbortSignal;
  /** Told of what is a bug of the server. */
  readonly onError: (error: unknown) => void;
}

const lookMs = 1000;
/** Proxies close what says nothing for a minute. */
const quietMs = 20_000;

/** The pages of a run, each with a twin under `/api` for programs. */
export function viewApp(options: ViewAppOptions): Hono {
  const { site, host, token } = options;
  const app = new Hono();
  app.use(hardened, readOnly);
  if (isLoopback(host)) app.use(namedAs(host));
  if (token !== undefined) app.use(holdingToken(token));
  app.get('/style.css', (context) => context.body(site.style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/view.js', (context) =>
    context.body(site.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/', (context) => context.html(site.overview().page()));
  app.get('/api/overview', (context) => context.json(site.overview().value));
  app.get('/rows', (context) => context.html(site.rows(queryOf(context)).page()));
  app.get('/api/rows', (context) => context.json(site.rows(queryOf(context)).value));
  app.get('/rows/:id', (context) => row(context, options, '/rows', (sight) => context.html(sight.page())));
  app.get('/api/rows/:id', (context) => row(context, options, '/api/rows', (sight) => context.json(sight.value)));
  app.get('/rows/:id/text/:place', (context) => wholeText(context, options));
  app.get('/report', (context) => report(context, options));
  app.get('/events', (context) => events(context, options));
  app.notFound((context) => problem(context, options, 404, 'Not found', 'There is nothing at this address.'));
  app.onError((error, context) => failure(error, context, options));
  return app;
}

function queryOf({ req }: Context): URLSearchParams {
  return new URL(req.url).searchParams;
}

function row(context: Context, options: ViewAppOptions, at: string, show: (sight: Sight) => Response): Response {
  const id = context.req.param('id') ?? '';
  const found = options.site.row(id);
  if (!found) return problem(context, options, 404, 'No such row', `No row of this run has the id ${id}.`);
  return 'moved' in found ? context.redirect(`${at}/${encodeURIComponent(found.moved)}`, 302) : show(found);
}

function wholeText(context: Context, options: ViewAppOptions): Response {
  const text = options.site.text(context.req.param('id') ?? '', context.req.param('place') ?? '');
  if (text === undefined) return problem(context, options, 404, 'No such text', 'The row has no text at this place.');
  return context.text(text, 200, { 'content-security-policy': "default-src 'none'; sandbox" });
}

/** The report brings its style with it, and has no script. */
function report(context: Context, options: ViewAppOptions): Response {
  const path = options.site.report();
  if (path === undefined) {
    return problem(context, options, 404, 'No report yet', 'The run has no report.html: it is written at its end.');
  }
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream;
  return context.body(body, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  });
}

/** Sends the parts of the pages that have changed, looked for every second. */
function events(context: Context, { site, stop, onError }: ViewAppOptions): Response {
  // What asks for the headers alone would never say that it has gone.
  if (context.req.method === 'HEAD') return context.body(null, 200, { 'content-type': 'text/event-stream' });
  return streamSSE(
    context,
    async (stream) => {
      const ended = AbortSignal.any([stop, abortOf((end) => stream.onAbort(end))]);
      await sendChanges(stream, site, ended);
    },
    async (error) => onError(error),
  );
}

async function sendChanges(stream: SSEStreamingApi, site: ViewSite, ended: AbortSignal): Promise<void> {
  let shown: LiveParts = {};
  let saidAt = 0;
  while (!ended.aborted) {
    const parts = site.live();
    const changed = Object.entries(parts).filter(([id, markup]) => shown[id] !== markup);
    const isQuiet = performance.now() - saidAt > quietMs;
    if (changed.length > 0)
      await stream.writeSSE({ event: 'parts', data: JSON.stringify(Object.fromEntries(changed)) });
    else if (isQuiet) await stream.write(': still here\n\n');
    if (changed.length > 0 || isQuiet) saidAt = performance.now();
    shown = parts;
    await pause(lookMs, ended);
  }
}

function abortOf(onAbort: (end: () => void) => void): AbortSignal {
  const controller = new AbortController();
  onAbort(() => controller.abort());
  return controller.signal;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

function failure(error: unknown, context: Context, options: ViewAppOptions): Response {
  if (error instanceof WinnowError) return problem(context, options, 400, 'That does not work', error.message);
  options.onError(error);
  return problem(context, options, 500, 'Something is wrong', 'This page could not be made. The server says why.');
}

function problem(
  context: Context,
  { site }: ViewAppOptions,
  status: 400 | 404 | 500,
  title: string,
  text: string,
): Response {
  if (context.req.path.startsWith('/api/')) return context.json({ error: { message: text } }, status);
  return context.html(site.problem(title, text), status);
}
