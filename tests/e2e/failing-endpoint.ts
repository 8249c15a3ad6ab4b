import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface FailingOptions {
  /** The base URL of the server behind it. */
  readonly behind: string;
  /** How many requests are passed on before it fails. */
  readonly after: number;
  /** `gone`: nobody listens any more. Otherwise what every further request is answered. */
  readonly failure: 'gone' | { readonly status: number; readonly code: string; readonly message: string };
}

export interface FailingEndpoint extends AsyncDisposable {
  /** Its base URL. */
  readonly url: string;
}

/** An endpoint that answers some requests as the server behind it does, and fails from then on. */
export async function startFailing({ behind, after, failure }: FailingOptions): Promise<FailingEndpoint> {
  let passed = 0;
  const server = createServer((request, response) => {
    passed += 1;
    if (passed > after) return refuse(response, failure);
    if (passed === after && failure === 'gone') response.once('close', () => server.close());
    return void passOn(request, response, behind);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, [Symbol.asyncDispose]: () => closed(server) };
}

async function passOn(request: IncomingMessage, response: ServerResponse, behind: string): Promise<void> {
  const body = await buffer(request);
  const headers = {
    'x-winnow-request': String(request.headers['x-winnow-request']),
    'content-type': 'application/json',
  };
  const url = behind.replace(/\/v1$/u, request.url ?? '');
  const answer = await fetch(url, { method: 'POST', headers, body });
  response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function refuse(response: ServerResponse, failure: FailingOptions['failure']): void {
  if (failure === 'gone') return void response.destroy();
  const { status, ...error } = failure;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
