import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { listen, type Listening } from '../listen.ts';
import { judgeApp, type JudgeAppOptions } from './app.ts';
import type { JudgingQueue } from './judging-queue.ts';

export interface JudgeServerOptions extends JudgeAppOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** For answers to be sent, once all of them are known. */
const lastWordsMs = 2000;

export interface JudgeServer extends Listening {
  /** Takes no more connections, answers what is under way, and ends. */
  close(): Promise<void>;
}

/** Serves the judge over HTTP. Throws `port-unusable`. */
export async function startJudgeServer({ host, port, ...options }: JudgeServerOptions): Promise<JudgeServer> {
  const server = createAdaptorServer({ fetch: judgeApp(options).fetch }) as Server;
  const listening = await listen(server, 'The judge', host, port);
  return { ...listening, close: () => close(server, options.queue) };
}

async function close(server: Server, queue: JudgingQueue): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await queue.stop();
  const timer = setTimeout(() => server.closeAllConnections(), lastWordsMs);
  await closed;
  clearTimeout(timer);
}
