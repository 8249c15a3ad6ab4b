import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { parseLabel } from '../../../src/llm/label.ts';

export interface AskedFor {
  readonly seed: string;
  readonly sample: number;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [name: string]: unknown;
  };
}

export interface ScriptedModel extends AsyncDisposable {
  /** Its base URL. */
  readonly url: string;
  /** Every request that was answered, in order. */
  readonly answered: readonly AskedFor[];
}

export interface ScriptedModelOptions {
  /** The reply to a request. */
  readonly reply: (asked: AskedFor) => string;
  /** After so many replies nobody listens any more. */
  readonly dieAfter?: number;
}

/** A model server on loopback that answers as a script says. */
export async function startScriptedModel({ reply, dieAfter = Infinity }: ScriptedModelOptions): Promise<ScriptedModel> {
  const answered: AskedFor[] = [];
  const server = createServer(async (request, response) => {
    const label = parseLabel(String(request.headers['x-winnow-request']));
    const body = (await json(request)) as AskedFor['body'];
    if (label === undefined || answered.length >= dieAfter) return void response.destroy();
    const asked: AskedFor = { seed: label.seed, sample: label.sample, body };
    answered.push(asked);
    if (answered.length >= dieAfter) response.once('close', () => server.close());
    answer(response, reply(asked));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, answered, [Symbol.asyncDispose]: () => closed(server) };
}

function answer(response: ServerResponse, content: string): void {
  const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }];
  const usage = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 };
  response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ id: 'a', object: 'chat.completion', model: 'scripted', choices, usage }));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
