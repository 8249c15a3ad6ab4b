import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inputError } from '../core/error.ts';

/** Where a server listens. */
export interface Listening {
  /** Such as `http://127.0.0.1:8300`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

/** Has a server listen; port 0 is any free one. Throws `port-unusable`, which names the server by `what`. */
export async function listen(server: Server, what: string, host: string, port: number): Promise<Listening> {
  const listening = await new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(portUnusable(what, `${host}:${port}`, error)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
  const shown = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shown}:${listening}`, host, port: listening };
}

function portUnusable(what: string, place: string, error: Error): Error {
  const next = 'Choose another port with --port (0 for any free one) or another address with --host.';
  return inputError('port-unusable', `${what} cannot listen on ${place}: ${error.message}. ${next}`, error);
}
