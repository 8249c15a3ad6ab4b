import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that gives no result. */
export interface Failure {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly message: string;
  /** Whether the same request may well be answered later. */
  readonly isWorthRetrying: boolean;
}

/** Ends the handling of a request with a failure as its answer. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'Refused';
    this.failure = failure;
  }
}

export const unauthorised: Failure = {
  status: 401,
  code: 'unauthorised',
  message: 'The bearer token is missing or wrong. Send it as the header: Authorization: Bearer TOKEN.',
  isWorthRetrying: false,
};

export const notJson: Failure = {
  status: 415,
  code: 'not-json',
  message: 'The body must be JSON, and the header content-type: application/json must say so.',
  isWorthRetrying: false,
};

export const stopping: Failure = {
  status: 503,
  code: 'stopping',
  message: 'The server is being stopped. Send the request again when it is back.',
  isWorthRetrying: true,
};

export const full: Failure = {
  status: 429,
  code: 'queue-full',
  message: 'As many programs wait to be judged as may. Send the request again after the time that retry-after says.',
  isWorthRetrying: true,
};

export const overloaded: Failure = {
  status: 503,
  code: 'overloaded',
  message:
    'Judging could not begin in the time that the request may wait. Send it again later, or let it wait longer (max_wait, in seconds).',
  isWorthRetrying: true,
};

/** Nobody reads it. */
export const clientGone: Failure = {
  status: 503,
  code: 'client-gone',
  message: 'The client closed the connection.',
  isWorthRetrying: false,
};

export const internal: Failure = {
  status: 500,
  code: 'internal',
  message: 'An internal error of the server. Its standard error says more.',
  isWorthRetrying: false,
};

export function badRequest(problem: string): Failure {
  return { status: 400, code: 'bad-request', message: `${problem}.`, isWorthRetrying: false };
}

export function tooLarge(maxBytes: number): Failure {
  const maxMb = maxBytes / 1024 / 1024;
  return {
    status: 413,
    code: 'body-too-large',
    message: `The body is larger than ${maxMb} MB. Send fewer programs at once, or start the server with a larger --max-body-mb.`,
    isWorthRetrying: false,
  };
}

export function tooMany(programs: number, most: number): Failure {
  return {
    status: 413,
    code: 'batch-too-large',
    message: `${programs} programs at once never have a place in this server, ${most} do. Send fewer, or start it with a larger --queue.`,
    isWorthRetrying: false,
  };
}

export function unknownPath(method: string, path: string): Failure {
  const message = `${method} ${path} is not served here; POST /test_program, POST /test_batch and GET /health are.`;
  return { status: 404, code: 'unknown-path', message, isWorthRetrying: false };
}
