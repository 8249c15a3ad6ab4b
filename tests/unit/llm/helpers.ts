import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LlmReply, LlmRequest, ReplyCache, RequestLabel } from '../../../src/core/ports.ts';
import { createClient, type ClientOptions, type LlmClient } from '../../../src/llm/client.ts';
import { offlineModel } from '../../../src/llm/offline/models.ts';
import { startOfflineModel, type OfflineModel, type OfflineModelOptions } from '../../../src/llm/offline/server.ts';

export const label: RequestLabel = { stage: 'solve', seed: 'strings/soft-wrap', sample: 0 };

export function requestFor(more: Partial<LlmRequest> = {}): LlmRequest {
  return { label, messages: [{ role: 'user', content: 'Wrap the text softly.' }], temperature: 0.8, ...more };
}

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'winnow-llm-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A folder with a strong reply (sample 0, with reasoning), a truncated weak one (1), and a broken file (2). */
export function repliesDir(): string {
  const dir = tempDir();
  const folder = join(dir, 'strings', 'soft-wrap');
  mkdirSync(folder, { recursive: true });
  const strong =
    '---\nmodel: strong\nfinish_reason: stop\nreasoning: Count code points.\n---\nUse `segments` 🙂 here.\n';
  writeFileSync(join(folder, 'solve-0.md'), strong);
  writeFileSync(join(folder, 'solve-1.md'), '---\nmodel: weak\nfinish_reason: length\n---\nexport func\n');
  writeFileSync(join(folder, 'solve-2.md'), '---\nmodel: strong\nfinish_reason: sometimes\n---\nx\n');
  return dir;
}

export async function offline(
  options: Partial<OfflineModelOptions> = {},
  kind: 'recorded' | 'synthetic' = 'recorded',
): Promise<OfflineModel> {
  const recorded = kind === 'recorded' ? { repliesDir: options.repliesDir ?? repliesDir() } : {};
  const server = await startOfflineModel({ ...recorded, ...options });
  onTestFinished(() => server.close());
  return server;
}

export function clientOf(baseUrl: string, options: Partial<ClientOptions> = {}): LlmClient {
  return createClient({ name: 'offline', baseUrl, model: offlineModel, timeoutMs: 5000, ...options });
}

/** A server that answers every request in one way; returns its base URL. */
export async function serving(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** A server that answers with a status and a JSON body, and keeps what it was asked. */
export async function servingJson(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const url = await serving((request, response) => {
    asked.push(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return { url, asked };
}

/** A cache whose `reopened` twin knows what it knows, as after a kill. */
export class MemoryReplyCache implements ReplyCache {
  readonly #begunBefore: ReadonlySet<string>;
  readonly #begun: Set<string>;
  readonly #replies: Map<string, LlmReply>;

  constructor(begun: Iterable<string> = [], replies: Iterable<[string, LlmReply]> = []) {
    this.#begunBefore = new Set(begun);
    this.#begun = new Set(begun);
    this.#replies = new Map(replies);
  }

  get size(): number {
    return this.#replies.size;
  }

  reopened(): MemoryReplyCache {
    return new MemoryReplyCache(this.#begun, this.#replies);
  }

  async get(key: string): Promise<LlmReply | undefined> {
    return this.#replies.get(key);
  }

  async put(key: string, reply: LlmReply): Promise<void> {
    this.#replies.set(key, reply);
  }

  async begin(key: string): Promise<{ repeated: boolean }> {
    this.#begun.add(key);
    return { repeated: this.#begunBefore.has(key) };
  }

  async withdraw(key: string): Promise<void> {
    this.#begun.delete(key);
  }
}

/** A promise that is settled from outside. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

/** Lets everything that is ready run. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
