import type { IncomingMessage } from 'node:http';
import type { RequestLabel } from '../../core/ports.ts';
import { labelHeader, parseLabel } from '../label.ts';
import type { Refusal } from './answer.ts';
import { offlineModel } from './models.ts';

/** What the server needs of a chat completion's request. */
export interface ChatRequest {
  readonly label: RequestLabel;
  readonly stream: boolean;
  readonly includeUsage: boolean;
  /** All messages' text, for counting. */
  readonly prompt: string;
}

const maxBodyBytes = 16 * 1024 * 1024;

/** Reads a request's body and header, or says why it is refused. */
export async function readChatRequest(request: IncomingMessage): Promise<ChatRequest | Refusal> {
  const text = await readBody(request);
  if (text === undefined) return badRequest('The body is larger than 16 MiB.', 413);
  const body = parseObject(text);
  if (body === undefined) return badRequest('The body is not a JSON object.');
  if (!Array.isArray(body['messages'])) return badRequest('`messages` must be a list.');
  if (body['model'] !== offlineModel) return unknownModel(body['model']);
  const header = request.headers[labelHeader];
  const label = typeof header === 'string' ? parseLabel(header) : undefined;
  if (label === undefined) return unlabelled(header);
  const streamOptions = body['stream_options'];
  return {
    label,
    stream: body['stream'] === true,
    includeUsage: isObject(streamOptions) && streamOptions['include_usage'] === true,
    prompt: body['messages'].map(contentOf).join('\n'),
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function contentOf(message: unknown): string {
  return isObject(message) && typeof message['content'] === 'string' ? message['content'] : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(message: string, status = 400): Refusal {
  return { status, type: 'invalid_request_error', code: 'invalid_body', message };
}

function unknownModel(model: unknown): Refusal {
  const message = `The model \`${String(model)}\` does not exist here; the offline model is called \`${offlineModel}\`.`;
  return { status: 404, type: 'invalid_request_error', code: 'model_not_found', message };
}

function unlabelled(header: string | string[] | undefined): Refusal {
  const example = `\`${labelHeader}: stage=solve; seed=strings/soft-wrap; sample=2\``;
  const found = header === undefined ? 'is missing' : `cannot be read: ${String(header)}`;
  const message = `The offline model finds its recorded reply by a header like ${example}, which ${found}. It answers Winnow's own requests only.`;
  return { status: 400, type: 'invalid_request_error', code: 'label_missing', message };
}
