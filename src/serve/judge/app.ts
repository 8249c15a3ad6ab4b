import { type Context, Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { judgeProgram, Unjudged, type JudgeProgramPorts } from './judge-program.ts';
import { Overloaded, type Turn } from './queue.ts';
import { readProgram, readPrograms, type ProgramRequest, type ReadRequest } from './request.ts';

export interface AppOptions extends JudgeProgramPorts {
  readonly maxBodyBytes: number;
  /** How long a request waits for its turn, unless it says so itself. */
  readonly maxWaitMs: number;
  /** Asked for as a bearer token; absent: everyone may ask. */
  readonly token?: string;
}

const retryAfterSeconds = '1';

/**
 * The judge over HTTP. A 200 tells verdicts and nothing else: what is wrong with a request is 4xx, a full queue 429, and
 * what went wrong here, or came too late, 503, so that no program is called wrong for it.
 */
export function judgeApp(options: AppOptions): Hono {
  const app = new Hono();
  const { queue, maxBodyBytes, token } = options;
  if (token !== undefined)
    app.use(
      '/test_*',
      bearerAuth({ token, noAuthenticationHeader: denied, invalidAuthenticationHeader: denied, invalidToken: denied }),
    );
  const limited = bodyLimit({ maxSize: maxBodyBytes, onError: (context) => tooLarge(context, maxBodyBytes) });

  app.get('/health', (context) => {
    const { waiting: queued, running, capacity } = queue;
    return context.json({ status: 'ok', queued, running, capacity });
  });
  app.post('/test_program', limited, async (context) => {
    const read = await bodyOf(context, readProgram);
    if (!read.ok) return refusal(context, 400, 'bad-request', read.problem);
    if (!queue.hasRoom(read.value.tests.length)) return full(context, options, read.value.tests.length);
    return await answered(context, () => judgeProgram(options, read.value, turnOf(context, options)));
  });
  app.post('/test_batch', limited, async (context) => {
    const read = await bodyOf(context, readPrograms);
    if (!read.ok) return refusal(context, 400, 'bad-request', read.problem);
    const jobs = read.value.reduce((sum, { tests }) => sum + tests.length, 0);
    if (!queue.hasRoom(jobs)) return full(context, options, jobs);
    const turn = turnOf(context, options);
    return context.json(await Promise.all(read.value.map((request) => oneOfBatch(options, request, turn))));
  });
  app.notFound((context) => {
    const served = 'POST /test_program, POST /test_batch and GET /health';
    return refusal(
      context,
      404,
      'unknown-path',
      `${context.req.method} ${context.req.path} is not served; ${served} are`,
    );
  });
  app.onError((error, context) =>
    error instanceof HTTPException ? error.getResponse() : refusal(context, 500, 'internal', error.message),
  );
  return app;
}

const denied = { message: { error: { code: 'unauthorized', message: 'the bearer token is missing or wrong' } } };

/** A wait that the client names, in seconds, goes before the server's. */
function turnOf(context: Context, { maxWaitMs }: AppOptions): Turn {
  const asked = Number(context.req.header('x-max-wait') ?? Number.NaN) * 1000;
  return { signal: context.req.raw.signal, maxWaitMs: asked > 0 ? Math.min(asked, maxWaitMs) : maxWaitMs };
}

async function bodyOf<T>(context: Context, read: (body: unknown) => ReadRequest<T>): Promise<ReadRequest<T>> {
  const text = await context.req.text();
  try {
    return read(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, problem: `the body is no JSON: ${error.message}` };
  }
}

async function answered(context: Context, work: () => Promise<object>): Promise<Response> {
  try {
    return context.json(await work());
  } catch (error) {
    const trouble = troubleOf(error);
    context.header('retry-after', retryAfterSeconds);
    return refusal(context, 503, trouble.code, trouble.message);
  }
}

/** In a batch the others are answered all the same: what is not known is null. */
async function oneOfBatch(options: AppOptions, request: ProgramRequest, turn: Turn): Promise<object> {
  try {
    return await judgeProgram(options, request, turn);
  } catch (error) {
    return { results: null, runtimes: null, fault: troubleOf(error) };
  }
}

/** Why there is no verdict. Throws what is none of these. */
function troubleOf(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof Overloaded) return { code: 'overloaded', message: error.message };
  if (error instanceof Unjudged) return { code: error.fault.code, message: error.message };
  if (error instanceof Error && error.name === 'AbortError') return { code: 'gone', message: 'the client has gone' };
  throw error;
}

function full(context: Context, { queue }: AppOptions, jobs: number): Response {
  const { capacity } = queue;
  if (jobs > capacity) {
    return refusal(context, 413, 'too-many-tests', `the request has ${jobs} tests, and the queue holds ${capacity}`);
  }
  context.header('retry-after', retryAfterSeconds);
  return refusal(
    context,
    429,
    'overloaded',
    `the queue is full (${queue.waiting} of ${capacity} wait): send it again later`,
  );
}

function tooLarge(context: Context, maxBodyBytes: number): Response {
  return refusal(context, 413, 'too-large', `the body is larger than ${Math.round(maxBodyBytes / 2 ** 20)} MB`);
}

function refusal(context: Context, status: 400 | 404 | 413 | 429 | 500 | 503, code: string, message: string): Response {
  return context.json({ error: { code, message } }, status);
}
