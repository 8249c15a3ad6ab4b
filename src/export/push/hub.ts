import type * as Hub from '@huggingface/hub';
import { inputError } from '../../core/error.ts';
import { retryingFetch } from './retrying-fetch.ts';

/** A file as it goes to the hub. */
export interface HubFile {
  readonly path: string;
  readonly content: Blob;
}

export interface PushOptions {
  /** OWNER/NAME of the dataset repository; made where it is missing. */
  readonly repository: string;
  readonly isPrivate: boolean;
  /** Undefined: the public hub. */
  readonly hubUrl?: string | undefined;
  /** With the right to write; never shown. */
  readonly token: string;
  readonly title: string;
  readonly files: readonly HubFile[];
  /** Whether a file that the repository has goes away, if it is not among those that come. */
  readonly isStale?: (path: string) => boolean;
  readonly signal: AbortSignal;
  readonly onNotice: (notice: string) => void;
  /** How often a request is sent at most; default 5. */
  readonly attempts?: number;
  /** The first wait before a request is sent again; default 1000. */
  readonly baseMs?: number;
}

/** Commits files to a dataset repository of a hub, all in one commit, and returns its id. Throws an input error. */
export async function pushToHub(options: PushOptions): Promise<{ readonly commit: string }> {
  const { repository, token, signal, attempts = 5, baseMs = 1000, onNotice, title, files } = options;
  const hub = await import('@huggingface/hub');
  const common = {
    repo: { type: 'dataset', name: repository } as const,
    accessToken: token,
    fetch: retryingFetch({ attempts, baseMs, signal, onRetry: onNotice }),
    ...(options.hubUrl !== undefined && { hubUrl: withoutSlash(options.hubUrl) }),
  };
  try {
    const isThere = await hub.repoExists(common);
    if (!isThere) await create(hub, common, options.isPrivate);
    const deleted = isThere ? await staleFiles(hub.listFiles({ ...common, recursive: true }), options) : [];
    const added = files.map((file) => ({ operation: 'addOrUpdate', ...file }) as const);
    const made = await hub.commit({ ...common, title, operations: [...deleted, ...added], abortSignal: signal });
    return { commit: made?.commit.oid ?? '' };
  } catch (cause) {
    signal.throwIfAborted();
    throw pushError(options, cause);
  }
}

interface Deletion {
  readonly operation: 'delete';
  readonly path: string;
}

async function staleFiles(
  present: ReturnType<typeof Hub.listFiles>,
  { files, isStale = () => false }: PushOptions,
): Promise<Deletion[]> {
  const coming = new Set(files.map(({ path }) => path));
  const stale: Deletion[] = [];
  for await (const { type, path } of present) {
    if (type === 'file' && !coming.has(path) && isStale(path)) stale.push({ operation: 'delete', path });
  }
  return stale;
}

async function create(
  { createRepo }: typeof Hub,
  common: Parameters<typeof Hub.createRepo>[0],
  isPrivate: boolean,
): Promise<void> {
  try {
    await createRepo({ ...common, visibility: isPrivate ? 'private' : 'public' });
  } catch (error) {
    // Somebody else made it meanwhile.
    if (statusOf(error) !== 409) throw error;
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

function pushError({ repository, token }: PushOptions, cause: unknown): Error {
  const status = statusOf(cause);
  const said = (cause instanceof Error ? cause.message : String(cause)).replaceAll(token, '…');
  const kept = 'The datasets themselves are written: the same command pushes them again.';
  // The cause may hold the request with the token, so it is not kept.
  if (status === 401 || status === 403) {
    return inputError(
      'hub-refused',
      `The hub does not let this token write to ${repository} (${said}). Check that it may write there. ${kept}`,
    );
  }
  return inputError('push-failed', `${repository} could not be pushed: ${said}. ${kept}`);
}
