import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { listen, type Listening } from '../listen.ts';
import { viewApp, type ViewAppOptions } from './app.ts';

export interface ViewServerOptions extends ViewAppOptions {
  /** 0: any free port. */
  readonly port: number;
}

export interface ViewServer extends Listening {
  close(): Promise<void>;
}

/** Serves the pages of a run over HTTP. Throws `port-unusable`. */
export async function startViewServer({ port, ...options }: ViewServerOptions): Promise<ViewServer> {
  const server = createAdaptorServer({ fetch: viewApp(options).fetch }) as Server;
  const listening = await listen(server, 'The view', options.host, port);
  return { ...listening, close: () => close(server) };
}

/** A browser that waits for changes would hold up the end. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
