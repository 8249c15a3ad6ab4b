import type { ServerResponse } from 'node:http';

/** Why a request is refused, in OpenAI's shape. */
export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a JSON value as the whole answer. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Refusal['headers'] = {},
): void {
  const body = JSON.stringify(value);
  const own = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...own, ...headers }).end(body);
}

/** Sends an error body as OpenAI does. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  sendJson(response, refusal.status, refusalBody(refusal), refusal.headers);
}

/** The error body that says a refusal. */
export function refusalBody({ message, type, code }: Refusal): unknown {
  return { error: { message, type, param: null, code } };
}
