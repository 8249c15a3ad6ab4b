import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import OpenAI from 'openai';
import { onTestFinished } from 'vitest';
import type { BatchChange, BatchJournal, LlmRequest, PendingBatch } from '../../../../src/core/ports.ts';
import { createBatchClient, type BatchClient, type BatchClientOptions } from '../../../../src/llm/batch/client.ts';
import { offlineModel } from '../../../../src/llm/offline/models.ts';
import { readLog } from '../../../../src/llm/offline/request-log.ts';
import type { OfflineBatchOptions } from '../../../../src/llm/offline/server.ts';
import { label, offline, requestFor, serving, tempDir } from '../helpers.ts';

/** A journal in memory; a client that is given one of another's finds what that left. */
export class MemoryJournal implements BatchJournal {
  readonly batches: Map<string, PendingBatch> = new Map();

  async open(batch: PendingBatch): Promise<void> {
    this.batches.set(batch.hash, batch);
  }

  async update(hash: string, change: BatchChange): Promise<void> {
    const batch = this.batches.get(hash);
    if (batch) this.batches.set(hash, { ...batch, ...change });
  }

  async pending(endpoint: string): Promise<readonly PendingBatch[]> {
    return [...this.batches.values()].filter((batch) => batch.endpoint === endpoint);
  }

  async close(hash: string): Promise<void> {
    this.batches.delete(hash);
  }
}

/** Request number so-and-so of many different ones. */
export function request(sample: number, more: Partial<LlmRequest> = {}): LlmRequest {
  return requestFor({ label: { ...label, sample }, ...more });
}

/** A folder with replies to so many requests. */
function manyReplies(count: number): string {
  const dir = tempDir();
  const folder = join(dir, 'strings', 'soft-wrap');
  mkdirSync(folder, { recursive: true });
  for (let sample = 0; sample < count; sample += 1) {
    const text = `---\nmodel: strong\nfinish_reason: stop\n---\nReply ${sample}\n`;
    writeFileSync(join(folder, `solve-${sample}.md`), text);
  }
  return dir;
}

export interface BatchServer {
  readonly url: string;
  /** Its batches, the oldest first. */
  batches(): Promise<OpenAI.Batch[]>;
  /** The requests that it answered, by sample, in order. */
  answered(): number[];
}

export async function batchServer(count: number, batch: OfflineBatchOptions = {}, more = {}): Promise<BatchServer> {
  const logFile = join(tempDir(), 'log.jsonl');
  const { url } = await offline({ repliesDir: manyReplies(count), batch, logFile, ...more });
  return {
    url,
    batches: () => batchesAt(url),
    answered: () =>
      readLog(logFile)
        .filter(({ status }) => status === 200)
        .map((line) => line.label.sample),
  };
}

async function batchesAt(url: string): Promise<OpenAI.Batch[]> {
  const sdk = new OpenAI({ apiKey: 'k', baseURL: url, maxRetries: 0 });
  const batches: OpenAI.Batch[] = [];
  for await (const batch of sdk.batches.list({ limit: 100 })) batches.push(batch);
  return batches.toReversed();
}

export function batchClient(baseUrl: string, options: Partial<BatchClientOptions> = {}): BatchClient {
  const client = createBatchClient({
    name: 'offline',
    baseUrl,
    model: offlineModel,
    labelled: true,
    timeoutMs: 5000,
    journal: new MemoryJournal(),
    lingerMs: 20,
    pollMs: 10,
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

export interface Breakage {
  /** Such as `POST /v1/batches`. */
  readonly call: string;
  /** How often it fails before it works again. */
  readonly times: number;
  /** A status to answer with instead, or `lost`: the server does it, and its answer does not arrive. */
  readonly how: number | 'lost';
}

/** A server in front of another, on which some calls fail for a while; counts the calls. */
export async function breaking(
  url: string,
  { call, times, how }: Breakage,
): Promise<{ url: string; calls: Map<string, number> }> {
  const calls = new Map<string, number>();
  const own = await serving((incoming, response) => {
    const name = `${incoming.method} ${(incoming.url ?? '').replace(/\?.*$/, '')}`;
    const seen = (calls.get(name) ?? 0) + 1;
    calls.set(name, seen);
    const isBroken = name.startsWith(call) && seen <= times;
    if (isBroken && typeof how === 'number') return void response.writeHead(how).end('{}');
    void relay(incoming, response, { url, isLost: isBroken });
  });
  return { url: own, calls };
}

async function relay(
  incoming: IncomingMessage,
  response: ServerResponse,
  { url, isLost }: { readonly url: string; readonly isLost: boolean },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const type = incoming.headers['content-type'];
  const answer = await fetch(new URL(incoming.url ?? '', url), {
    method: incoming.method ?? 'GET',
    headers: { ...(type && { 'content-type': type }) },
    ...(incoming.method === 'POST' && { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (isLost) response.destroy();
  else response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body);
}
