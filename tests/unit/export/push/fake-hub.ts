import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A hub as far as a push needs one: repositories, the sorting of files, large files, and commits. */
export interface FakeHub {
  readonly url: string;
  /** METHOD PATH of every request, in order. */
  readonly requests: string[];
  /** Every `authorization` header that was sent. */
  readonly tokens: Set<string>;
  /** What is in each repository, by path. */
  readonly repositories: Map<string, Map<string, Buffer>>;
  readonly created: { readonly name: string; readonly visibility: string }[];
  readonly commits: string[];
  /** Answers to give before any request is taken seriously; each once. */
  readonly failures: Failure[];
}

export interface Failure {
  /** Of which requests, by a part of their METHOD PATH. */
  readonly at: string;
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface CommitLine {
  readonly key: string;
  readonly value: {
    readonly path: string;
    readonly content?: string;
    readonly oid?: string;
    readonly summary?: string;
  };
}

/** Files of this size and more are sent as large ones. */
export const largeBytes = 2000;

/** Starts a hub on this machine; it is gone after the test. */
export async function startFakeHub(): Promise<FakeHub> {
  const stored = new Map<string, Buffer>();
  const hub = {
    url: '',
    requests: [] as string[],
    tokens: new Set<string>(),
    repositories: new Map<string, Map<string, Buffer>>(),
    created: [] as { name: string; visibility: string }[],
    commits: [] as string[],
    failures: [] as Failure[],
  };
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const what = `${request.method} ${request.url}`;
    hub.requests.push(what);
    const authorization = request.headers.authorization;
    if (authorization !== undefined) hub.tokens.add(authorization);
    const index = hub.failures.findIndex(({ at }) => what.includes(at));
    const [failure] = index === -1 ? [] : hub.failures.splice(index, 1);
    if (failure) return send(response, failure.status, failure.body ?? {}, failure.headers);
    const [status, reply] = replyTo(what, body);
    send(response, status, reply);
  }

  function replyTo(what: string, body: Buffer): [number, object] {
    const [, name = ''] = /\/datasets\/([^/]+\/[^/.?]+)/u.exec(what) ?? [];
    const repository = hub.repositories.get(name);
    if (what.startsWith('POST /api/repos/create')) return create(JSON.parse(body.toString()) as Created);
    if (what.startsWith('PUT /upload/')) {
      const oid = what.split('/').at(-1) ?? '';
      if (createHash('sha256').update(body).digest('hex') !== oid) return [422, { error: 'not what was announced' }];
      stored.set(oid, body);
      return [200, {}];
    }
    if (!repository) return [404, { error: 'no such repository' }];
    if (what.includes('/preupload/')) return [200, sorted(body)];
    if (what.includes('/info/lfs/objects/batch')) return [200, batch(body)];
    if (what.includes('/tree/')) return [200, listed(repository)];
    if (what.includes('/commit/')) return commit(repository, body);
    return [200, { id: name }];
  }

  type Created = { readonly name: string; readonly organization: string; readonly visibility: string };

  function create({ name, organization, visibility }: Created): [number, object] {
    const full = `${organization}/${name}`;
    hub.created.push({ name: full, visibility });
    hub.repositories.set(full, new Map());
    return [200, { url: `${hub.url}/datasets/${full}`, id: '1' }];
  }

  function listed(repository: ReadonlyMap<string, Buffer>): object {
    return [...repository].map(([path, { length: size }]) => ({ type: 'file', path, size, oid: 'x' }));
  }

  function sorted(body: Buffer): object {
    const { files } = JSON.parse(body.toString()) as { files: { path: string; size: number }[] };
    return {
      files: files.map(({ path, size }) => ({ path, uploadMode: size >= largeBytes ? 'lfs' : 'regular' })),
    };
  }

  function batch(body: Buffer): object {
    const { objects } = JSON.parse(body.toString()) as { objects: { oid: string; size: number }[] };
    const withUpload = objects.map(({ oid, size }) => ({
      oid,
      size,
      ...(!stored.has(oid) && { actions: { upload: { href: `${hub.url}/upload/${oid}` } } }),
    }));
    return { transfer: 'basic', objects: withUpload };
  }

  function commit(repository: Map<string, Buffer>, body: Buffer): [number, object] {
    const lines = body
      .toString()
      .split('\n')
      .map((line) => JSON.parse(line) as CommitLine);
    for (const { key, value } of lines) {
      if (key === 'header') hub.commits.push(value.summary ?? '');
      if (key === 'file') repository.set(value.path, Buffer.from(value.content ?? '', 'base64'));
      if (key === 'deletedFile') repository.delete(value.path);
      if (key !== 'lfsFile') continue;
      const bytes = stored.get(value.oid ?? '');
      if (!bytes) return [400, { error: `${value.path} was not uploaded` }];
      repository.set(value.path, bytes);
    }
    return [200, { success: true, commitOid: `c0ffee${hub.commits.length}`, commitUrl: hub.url, hookOutput: '' }];
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return hub;
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
