import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inputError, WinnowError } from '../../core/error.ts';
import { sendJson, sendRefusal, type Refusal } from './answer.ts';
import { batchAnswerer, type BatchFaults } from './batch/answers.ts';
import { Batches } from './batch/batches.ts';
import { answerBatchApi, batchPaths } from './batch/routes.ts';
import { countTokens } from './count-tokens.ts';
import { chatAnswerer, type ChatOptions } from './chat.ts';
import { modelList } from './models.ts';
import { openReplySource, type ReplySource, type SourceOptions } from './reply-source.ts';
import { openRequestLog } from './request-log.ts';

export interface OfflineModelOptions extends ChatOptions, SourceOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Asked for as a bearer token; without it every key will do. */
  readonly apiKey?: string;
  readonly batch?: OfflineBatchOptions;
}

export interface OfflineBatchOptions extends BatchFaults {
  /** How long each batch takes. Default 0. */
  readonly delayMs?: number;
  /** Keeps files and batches, so that a server started later goes on with them. Default: in memory. */
  readonly stateDir?: string;
}

export interface OfflineModel {
  /** The base URL, such as `http://127.0.0.1:41213/v1`. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections at once. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** Serves recorded or made replies on loopback as an OpenAI-compatible endpoint. Throws `port-unusable`. */
export async function startOfflineModel(options: OfflineModelOptions): Promise<OfflineModel> {
  // Loading the tokenizer holds up everything for a while: better before a request waits for it than while one does.
  await countTokens('');
  const routes = routesOf(options, await openReplySource(options));
  const server = createServer((request, response) => {
    route(request, response, routes).catch((error: unknown) => refuseBroken(response, error));
  });
  const port = await listen(server, options.port ?? 0);
  return { url: `http://${host}:${port}/v1`, port, close: () => close(server) };
}

interface Routes {
  readonly answerChat: ReturnType<typeof chatAnswerer>;
  readonly batches: Batches;
  readonly apiKey: string | undefined;
}

function routesOf(options: OfflineModelOptions, source: ReplySource): Routes {
  const log = openRequestLog(options.logFile);
  const { delayMs = 0, stateDir, ...faults } = options.batch ?? {};
  const answer = batchAnswerer({ ...options, source, faults }, log);
  return {
    answerChat: chatAnswerer(options, source, log),
    batches: new Batches({ delayMs, stateDir, answer }),
    apiKey: options.apiKey,
  };
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  { answerChat, batches, apiKey }: Routes,
): Promise<void> {
  const path = (request.url ?? '').replace(/\?.*$/, '');
  if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`) {
    return sendRefusal(response, wrongKey);
  }
  if (request.method === 'GET' && path === '/v1/models') return sendJson(response, 200, modelList);
  if (request.method === 'POST' && path === '/v1/chat/completions') return answerChat(request, response);
  return answerBatchApi(request, response, batches) ?? sendRefusal(response, unknownPath(request.method, path));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portUnusable(port, error)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function refuseBroken(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const isBadRecording = error instanceof WinnowError;
  const message = error instanceof Error ? error.message : String(error);
  // A recording that cannot be read will not heal: 422, which no client sends again.
  sendRefusal(response, { status: isBadRecording ? 422 : 500, type: 'server_error', code: 'internal', message });
}

function portUnusable(port: number, error: Error): Error {
  const next = 'Choose another one with --port, or 0 for any free one.';
  return inputError(
    'port-unusable',
    `The offline model cannot listen on ${host}:${port}: ${error.message}. ${next}`,
    error,
  );
}

const wrongKey: Refusal = {
  status: 401,
  type: 'invalid_request_error',
  code: 'invalid_api_key',
  message: 'Incorrect API key provided.',
};

function unknownPath(method = '', path: string): Refusal {
  const served = `GET /v1/models, POST /v1/chat/completions, ${batchPaths}`;
  const message = `${method} ${path} is not served here; ${served} are.`;
  return { status: 404, type: 'invalid_request_error', code: 'unknown_url', message };
}
