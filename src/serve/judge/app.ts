import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerOf, batchAnswerOf } from './answers.ts';
import * as failures from './failures.ts';
import { isAuthorised, isJson } from './guards.ts';
import { lengthOf, type Ended, type JudgingQueue } from './judging-queue.ts';
import { readBatch, readProgram, readWait, type ProgramRequest, type Read } from './request.ts';

export interface JudgeAppOptions {
  readonly queue: JudgingQueue;
  /** Of a request's body. */
  readonly maxBodyBytes: number;
  /** How long a request waits for its turn that does not say. */
  readonly maxWaitMs: number;
  /** Asked for as a bearer token, where there is one. */
  readonly token: string | undefined;
  /** Told of what is a bug of the server. */
  readonly onError: (error: unknown) => void;
}

const { Refused } = failures;

/**
 * The HTTP interface of the judge. `/test_program` takes and gives what the code execution server of open-instruct does
 * (github.com/allenai/open-instruct, `open_instruct/code_utils/api.py`), and more.
 */
export function judgeApp(options: JudgeAppOptions): Hono {
  const { queue, maxBodyBytes } = options;
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: queue.isStopping ? 'stopping' : 'healthy', ...queue.load }));
  app.use(lastOnConnection(queue), authorised(options));
  app.post('*', ready(queue));
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: () => refuse(failures.tooLarge(maxBodyBytes)) }));
  app.post('/test_program', async (context) => {
    const request = await readBody(context, readProgram);
    const [judging] = judge([request], context, options);
    return context.json(answerOf(await (judging ?? refuse(failures.internal))));
  });
  app.post('/test_batch', async (context) => {
    const requests = await readBody(context, readBatch);
    const ended = await Promise.all(judge(requests, context, options));
    return context.json(ended.map(batchAnswerOf));
  });
  app.notFound(({ req }) => refuse(failures.unknownPath(req.method, req.path)));
  app.onError((error, context) => answerFailure(error, context, options));
  return app;
}

/** A connection that stays open would hold up the end of the server. */
function lastOnConnection(queue: JudgingQueue): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (queue.isStopping) context.header('connection', 'close');
  };
}

function authorised({ token }: JudgeAppOptions): MiddlewareHandler {
  return async ({ req }, next) => {
    if (token !== undefined && !isAuthorised(req.header('authorization'), token)) refuse(failures.unauthorised);
    await next();
  };
}

/** Looked at before a body is read, so that a refusal costs next to nothing. */
function ready(queue: JudgingQueue): MiddlewareHandler {
  return async ({ req }, next) => {
    if (!isJson(req.header('content-type'))) refuse(failures.notJson);
    if (queue.isStopping) refuse(failures.stopping);
    if (!queue.hasRoom(1)) refuse(failures.full);
    await next();
  };
}

async function readBody<T>({ req }: Context, read: (body: unknown) => Read<T>): Promise<T> {
  const body = read(parsed(await req.text()));
  return body.ok ? body.value : refuse(failures.badRequest(body.problem));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(
      failures.badRequest(`the body is no JSON: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
}

/** Begins to judge all of them, or none where not all have a place. */
function judge(
  requests: readonly ProgramRequest[],
  { req }: Context,
  { queue, maxWaitMs }: JudgeAppOptions,
): Promise<Ended>[] {
  const wait = readWait(req.header('x-max-wait'));
  if (!wait.ok) refuse(failures.badRequest(wait.problem));
  if (requests.length > queue.places) refuse(failures.tooMany(requests.length, queue.places));
  const length = requests.reduce((sum, request) => sum + lengthOf(request), 0);
  if (!queue.hasRoom(requests.length, length)) refuse(failures.full);
  return requests.map((request) =>
    queue.add(request, { maxWaitMs: request.maxWaitMs ?? wait.value ?? maxWaitMs, gone: req.raw.signal }),
  );
}

function answerFailure(error: unknown, context: Context, { queue, onError }: JudgeAppOptions): Response {
  const isRefused = error instanceof Refused;
  // A body that breaks off is the client's doing.
  if (!isRefused && !context.req.raw.signal.aborted) onError(error);
  const { status, code, message, isWorthRetrying } = isRefused ? error.failure : failures.internal;
  if (isWorthRetrying) context.header('retry-after', String(queue.retryAfterS));
  if (status === 401) context.header('www-authenticate', 'Bearer');
  return context.json({ error: { code, message, retryable: isWorthRetrying } }, status);
}

function refuse(failure: failures.Failure): never {
  throw new Refused(failure);
}
