import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in the place of a paid endpoint, to which nothing may ever be sent. */
export interface Trap extends AsyncDisposable {
  /** A key that looks real, and the trap's address, under the names that OpenAI's clients read. */
  readonly env: Readonly<Record<string, string>>;
  /** What was sent all the same, such as `POST /v1/chat/completions`; connections without a request count too. */
  readonly caught: readonly string[];
}

/** Starts a trap on loopback. */
export async function startTrap(): Promise<Trap> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    response.writeHead(500).end();
  });
  server.on('connection', () => caught.push('connection'));
  const { port } = await listening(server);
  return {
    env: { OPENAI_API_KEY: 'sk-never-to-be-sent', OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` },
    caught,
    [Symbol.asyncDispose]: () => closed(server),
  };
}

function listening(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
