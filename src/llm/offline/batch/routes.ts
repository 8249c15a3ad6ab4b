import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { sendJson, sendRefusal, type Refusal } from '../answer.ts';
import { badRequest, parseObject, readBody } from '../request.ts';
import { shownBatch, shownFile, type Batches, type KeptBatch, type KeptFile } from './batches.ts';

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** The id in the path. */
  readonly id: string;
}

type Handler = (call: Call, server: Batches) => Promise<void> | void;

/** OpenAI's limit of a file, and some room for the form round it. */
const maxFormBytes = 201 * 1024 * 1024;

const routes: readonly (readonly [method: string, path: RegExp, handle: Handler])[] = [
  ['POST', /^\/v1\/files$/, upload],
  ['GET', /^\/v1\/files\/(\w+)\/content$/, content],
  ['POST', /^\/v1\/batches$/, create],
  ['GET', /^\/v1\/batches$/, list],
  ['GET', /^\/v1\/batches\/(\w+)$/, retrieve],
  ['POST', /^\/v1\/batches\/(\w+)\/cancel$/, cancel],
];

/** What is served, for people. */
export const batchPaths = '/v1/files and /v1/batches';

/** Answers the requests of the Batch API; undefined for any other. */
export function answerBatchApi(
  request: IncomingMessage,
  response: ServerResponse,
  server: Batches,
): Promise<void> | undefined {
  const url = new URL(request.url ?? '', 'http://localhost');
  for (const [method, path, handle] of routes) {
    const match = request.method === method ? path.exec(url.pathname) : null;
    if (match === null) continue;
    return Promise.resolve(handle({ request, response, query: url.searchParams, id: match[1] ?? '' }, server));
  }
  return undefined;
}

async function upload({ request, response }: Call, server: Batches): Promise<void> {
  const bytes = await readBody(request, maxFormBytes);
  if (bytes === undefined) return sendRefusal(response, badRequest('The file is larger than 200 MB.', 413));
  const form = await readForm(bytes, request.headers['content-type']);
  const [file, purpose] = [form?.get('file'), form?.get('purpose')];
  if (!(file instanceof File) || purpose !== 'batch') {
    return sendRefusal(response, badRequest('A form with a `file` and the `purpose` "batch" is needed.'));
  }
  sendJson(response, 200, shownFile(server.addFile(file.name, purpose, await file.text())));
}

async function readForm(bytes: Buffer, type: string | undefined): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type ?? '' } }).formData();
  } catch {
    return undefined;
  }
}

function content({ response, id }: Call, server: Batches): void {
  const file = server.files.get(id);
  if (file === undefined) return sendRefusal(response, unknown('file', id));
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.text);
}

const creation = z.object({
  input_file_id: z.string(),
  endpoint: z.literal('/v1/chat/completions'),
  completion_window: z.literal('24h'),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
});

async function create({ request, response }: Call, server: Batches): Promise<void> {
  const bytes = await readBody(request, maxFormBytes);
  const asked = creation.safeParse(parseObject(bytes?.toString('utf8') ?? ''));
  if (!asked.success) return sendRefusal(response, badRequest(z.prettifyError(asked.error)));
  const input: KeptFile | undefined = server.files.get(asked.data.input_file_id);
  if (input === undefined) return sendRefusal(response, unknown('file', asked.data.input_file_id));
  sendJson(response, 200, shownBatch(await server.create(input, asked.data.metadata ?? {})));
}

function list({ response, query }: Call, server: Batches): void {
  const all = server.batches.list();
  const after = query.get('after');
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 20)));
  const page = all.slice(from, from + limit);
  sendJson(response, 200, {
    object: 'list',
    data: page.map(shownBatch),
    first_id: page.at(0)?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
    has_more: from + limit < all.length,
  });
}

function retrieve(call: Call, server: Batches): void {
  answerWith(call, server, (batch) => batch);
}

function cancel(call: Call, server: Batches): void {
  answerWith(call, server, (batch) => server.cancel(batch));
}

function answerWith({ response, id }: Call, server: Batches, change: (batch: KeptBatch) => KeptBatch): void {
  const batch = server.batches.get(id);
  if (batch === undefined) return sendRefusal(response, unknown('batch', id));
  sendJson(response, 200, shownBatch(change(batch)));
}

function unknown(what: string, id: string): Refusal {
  return { status: 404, type: 'invalid_request_error', code: 'not_found', message: `There is no ${what} ${id}.` };
}
