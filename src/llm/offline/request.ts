import type { IncomingMessage } from 'node:http';
import type { RequestLabel } from '../../core/ports.ts';
import { labelHeader, labelMetadata, parseLabel } from '../label.ts';
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
  const bytes = await readBody(request, maxBodyBytes);
  if (bytes === undefined) return badRequest('The body is larger than 16 MiB.', 413);
  const body = parseObject(bytes.toString('utf8'));
  if (body === undefined) return badRequest('The body is not a JSON object.');
  return chatRequestOf(body, request.headers[labelHeader]);
}

/** What a chat completion's body asks for, or why it is refused; it may name itself where no header does. */
export function chatRequestOf(
  body: Readonly<Record<string, unknown>>,
  header?: string | readonly string[],
): ChatRequest | Refusal {
  if (!Array.isArray(body['messages'])) return badRequest('`messages` must be a list.');
  if (body['model'] !== offlineModel) return unknownModel(body['model']);
  const name = header ?? nameIn(body['metadata']);
  const label = typeof name === 'string' ? parseLabel(name) : undefined;
  if (label === undefined) return unlabelled(name);
  const streamOptions = body['stream_options'];
  return {
    label,
    stream: body['stream'] === true,
    includeUsage: isObject(streamOptions) && streamOptions['include_usage'] === true,
    prompt: body['messages'].map(contentOf).join('\n'),
  };
}

function nameIn(metadata: unknown): string | undefined {
  const name = isObject(metadata) ? metadata[labelMetadata] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** A request's body; undefined when it is larger than the limit. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  return bytes <= maxBytes ? Buffer.concat(chunks) : undefined;
}

/** A JSON object; undefined where a text is anything else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
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

/** Why a body is refused. */
export function badRequest(message: string, status = 400): Refusal {
  return { status, type: 'invalid_request_error', code: 'invalid_body', message };
}

function unknownModel(model: unknown): Refusal {
  const message = `The model \`${String(model)}\` does not exist here; the offline model is called \`${offlineModel}\`.`;
  return { status: 404, type: 'invalid_request_error', code: 'model_not_found', message };
}

function unlabelled(header: string | readonly string[] | undefined): Refusal {
  const example = `\`${labelHeader}: stage=solve; seed=strings/soft-wrap; sample=2\``;
  const found = header === undefined ? 'is missing' : `cannot be read: ${String(header)}`;
  const message = `The offline model finds its recorded reply by a header like ${example}, which ${found}. It answers Winnow's own requests only.`;
  return { status: 400, type: 'invalid_request_error', code: 'label_missing', message };
}
