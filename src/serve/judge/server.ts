import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inputError } from '../../core/error.ts';
import { judgeApp, type JudgeAppOptions } from './app.ts';
import type { JudgingQueue } from './judging-queue.ts';

export interface JudgeServerOptions extends JudgeAppOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** For answers to be sent, once all of them are known. */
const lastWordsMs = 2000;

export interface JudgeServer {
  /** Such as `http://127.0.0.1:8300`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Takes no more connections, answers what is under way, and ends. */
  close(): Promise<void>;
}

/** Serves the judge over HTTP. Throws `port-unusable`. */
export async function startJudgeServer({ host, port, ...options }: JudgeServerOptions): Promise<JudgeServer> {
  const server = createAdaptorServer({ fetch: judgeApp(options).fetch }) as Server;
  const listening = await listen(server, host, port);
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${listening}`,
    host,
    port: listening,
    close: () => close(server, options.queue),
  };
}

async function close(server: Server, queue: JudgingQueue): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await queue.stop();
  const timer = setTimeout(() => server.closeAllConnections(), lastWordsMs);
  await closed;
  clearTimeout(timer);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portUnusable(`${host}:${port}`, error)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function portUnusable(place: string, error: Error): Error {
  const next = 'Choose another port with --port (0 for any free one) or another address with --host.';
  return inputError('port-unusable', `The judge cannot listen on ${place}: ${error.message}. ${next}`, error);
}
