import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { inputError } from '../../core/error.ts';
import { openJudge } from '../../pipeline/batch/open-judge.ts';
import type { JudgeSettings } from '../../pipeline/batch/settings.ts';
import { judgeApp } from './app.ts';
import { JobQueue } from './queue.ts';

export interface JudgeServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly settings: JudgeSettings;
  readonly queue: number;
  readonly maxBodyMb: number;
  readonly maxWaitMs: number;
  readonly token?: string;
}

export interface JudgeServer {
  /** Such as `http://127.0.0.1:8300`. */
  readonly url: string;
  /** Accepts nothing more, finishes what runs, and refuses what waits. */
  close(): Promise<void>;
}

/** Tests under way for each child: enough that none waits for the next, and few, as those of a client that has gone run on. */
const jobsPerChild = 4;

/** Serves the judge. Throws an input error for a port that cannot be used, or a host that strangers reach without a token. */
export async function startJudgeServer(options: JudgeServerOptions): Promise<JudgeServer> {
  const { host, port, settings, token } = options;
  if (token === undefined && !isLoopback(host)) throw unguarded(host);
  const judge = await openJudge(settings);
  const queue = new JobQueue({ concurrency: jobsPerChild * settings.concurrency, capacity: options.queue });
  const app = judgeApp({
    examine: judge.examine,
    queue,
    settings,
    maxBodyBytes: options.maxBodyMb * 2 ** 20,
    maxWaitMs: options.maxWaitMs,
    ...(token !== undefined && { token }),
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    await judge[Symbol.asyncDispose]();
    throw unusable({ host, port }, error);
  }
  const close = async (): Promise<void> => {
    const closed = closing(server);
    await queue.close();
    await closed;
    await judge[Symbol.asyncDispose]();
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`, close };
}

/** Idle connections end at once; the others when they have their answer. */
function closing(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

function unguarded(host: string): Error {
  const message = `Others reach ${host}, and whoever does could have code run here. Name the environment variable of a token with --token-env, or leave out --host.`;
  return inputError('token-missing', message);
}

function unusable({ host, port }: { readonly host: string; readonly port: number }, error: unknown): Error {
  const problem = error instanceof Error ? error.message : String(error);
  const message = `The judge cannot listen on ${host}:${port}: ${problem}. Choose another one with --port, or 0 for any free one.`;
  return inputError('port-unusable', message, error);
}
