import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** How a server of a test differs from one that can do everything. */
export interface Quirks {
  readonly key?: string;
  readonly latencyMs?: number;
  /** Answers a body that asks for one of these with 400. */
  readonly refuses?: readonly string[];
  /** Answers as if these had not been asked for. */
  readonly ignores?: readonly string[];
  readonly page?: boolean;
  /** What it calls its model in replies. */
  readonly calledModel?: string;
  readonly models?: readonly string[];
  readonly noModels?: boolean;
  readonly noBatches?: boolean;
  readonly dateMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LocalEndpoint extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly { readonly path: string; readonly body: Readonly<Record<string, unknown>> }[];
}

type Body = Readonly<Record<string, unknown>>;

/** A real HTTP server that speaks as much of the chat API as a doctor asks for. */
export async function localEndpoint(quirks: Quirks = {}): Promise<LocalEndpoint> {
  const requests: { path: string; body: Body }[] = [];
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, text } = await answer(request, quirks, requests);
    await setTimeout(quirks.latencyMs ?? 0);
    const date = new Date(quirks.dateMs ?? Date.now()).toUTCString();
    response.writeHead(status, { 'content-type': type, date, ...quirks.headers });
    response.end(text);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Sent {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const json = (status: number, value: unknown): Sent => ({
  status,
  type: 'application/json',
  text: JSON.stringify(value),
});
const refusal = (status: number, message: string): Sent => json(status, { error: { message } });

async function answer(
  request: IncomingMessage,
  quirks: Quirks,
  requests: { path: string; body: Body }[],
): Promise<Sent> {
  const path = (request.url ?? '').replace(/\?.*/u, '');
  const body = await bodyOf(request);
  requests.push({ path, body });
  const { authorization } = request.headers;
  if (quirks.page) return { status: 200, type: 'text/html', text: '<!doctype html><h1>Sign in</h1>' };
  if (quirks.key !== undefined && authorization !== `Bearer ${quirks.key}`) {
    return refusal(401, `Incorrect API key provided: ${authorization ?? 'none'}`);
  }
  if (path === '/v1/models') {
    return quirks.noModels
      ? refusal(404, 'no such path')
      : json(200, { data: (quirks.models ?? ['small']).map((id) => ({ id })) });
  }
  if (path === '/v1/batches') return quirks.noBatches ? refusal(404, 'no such path') : json(200, { data: [] });
  return chat(body, quirks);
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Body);
}

function chat(body: Body, { refuses = [], ignores = [], calledModel = 'small' }: Quirks): Sent {
  const format = (body['response_format'] as { type?: string } | undefined)?.type;
  const asked = [
    ...(format === undefined ? [] : [format]),
    ...['n', 'stream', 'logprobs'].filter((name) => name in body),
  ];
  if (body['model'] !== 'small') return refusal(404, `The model ${String(body['model'])} does not exist`);
  const refused = asked.find((name) => refuses.includes(name));
  if (refused !== undefined) return refusal(400, `${refused} is not supported`);
  const does = (name: string): boolean => asked.includes(name) && !ignores.includes(name);
  const content = does('json_schema')
    ? '{"days":7,"holds":"held-to-the-schema"}'
    : does('json_object')
      ? '{"days":7}'
      : 'ready';
  const choice = {
    index: 0,
    message: { role: 'assistant', content },
    logprobs: does('logprobs') ? { content: [] } : null,
    finish_reason: 'stop',
  };
  const whole = {
    id: 'x',
    object: 'chat.completion',
    created: 1,
    model: calledModel,
    usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 },
  };
  if (does('stream')) {
    const chunk = {
      ...whole,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content }, finish_reason: null }],
    };
    return { status: 200, type: 'text/event-stream', text: `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n` };
  }
  return json(200, { ...whole, choices: does('n') ? [choice, { ...choice, index: 1 }] : [choice] });
}
