import type { ServerResponse } from 'node:http';
import { sleep } from '../sleep.ts';
import { sendRefusal } from './answer.ts';
import { streamChunks, wholeBody, type Completion } from './completion.ts';
import type { FaultKind } from './draw.ts';
import type { ChatRequest } from './request.ts';

export interface Delivery {
  readonly completion: Completion;
  readonly request: ChatRequest;
  readonly fault: FaultKind | undefined;
  readonly latencyMs: number;
  /** How long the model takes to write its reply, after the latency. */
  readonly writingMs: number;
  /** What a 429 asks to wait. */
  readonly retryAfterMs: number;
}

/** Sends an answer, or fails as it was told to; stops when the other side has gone. */
export async function deliver(response: ServerResponse, delivery: Delivery): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await pause(delivery.latencyMs, gone.signal);
  if (gone.signal.aborted) return;
  switch (delivery.fault) {
    case '429':
      return sendRefusal(response, rateLimit(delivery.retryAfterMs));
    case '500':
      return sendRefusal(response, overload);
    case 'stall':
      return;
    default:
      return delivery.request.stream ? stream(response, delivery, gone.signal) : whole(response, delivery, gone.signal);
  }
}

async function whole(response: ServerResponse, delivery: Delivery, gone: AbortSignal): Promise<void> {
  await pause(delivery.writingMs, gone);
  const body = Buffer.from(delivery.fault === 'garbage' ? garbage : JSON.stringify(wholeBody(delivery.completion)));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  if (delivery.fault === 'truncate') cutAfter(response, body.subarray(0, body.length / 2));
  else response.end(body);
}

async function stream(response: ServerResponse, delivery: Delivery, gone: AbortSignal): Promise<void> {
  const chunks = streamChunks(delivery.completion, delivery.request.includeUsage);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  if (delivery.fault === 'garbage') return void response.end(`data: ${garbage}\n\n`);
  const isTruncated = delivery.fault === 'truncate';
  for (const chunk of isTruncated ? chunks.slice(0, chunks.length / 2) : chunks) {
    response.write(event(JSON.stringify(chunk)));
    await pause(delivery.writingMs / chunks.length, gone);
    if (gone.aborted) return;
  }
  if (isTruncated) cutAfter(response, event('{"choices":'));
  else response.end(event('[DONE]'));
}

function event(data: string): string {
  return `data: ${data}\n\n`;
}

function cutAfter(response: ServerResponse, part: Buffer | string): void {
  response.write(part, () => response.destroy());
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, signal);
}

const garbage = '{"choices": [<html><body>502 Bad Gateway</body></html>';

const overload = {
  status: 500,
  type: 'server_error',
  code: 'injected',
  message: 'The offline model was told to fail here.',
} as const;

function rateLimit(retryAfterMs: number) {
  const headers = { 'retry-after-ms': String(retryAfterMs), 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  const message = 'Rate limit reached, as the offline model was told.';
  return { status: 429, type: 'requests', code: 'rate_limit_exceeded', message, headers } as const;
}
