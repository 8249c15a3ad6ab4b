/** Node's own fetch gives up when no header has come for so long. */
const longestByNode = 300_000;

export interface FetchOptions {
  /** An HTTP proxy to go through. */
  readonly proxy?: string;
  /** The longest that an answer may take. */
  readonly timeoutMs: number;
}

/** Node's fetch, or the same of its own package where that goes through a proxy or waits longer than Node does. */
export async function openFetch({ proxy, timeoutMs }: FetchOptions): Promise<typeof fetch> {
  if (proxy === undefined && timeoutMs < longestByNode) return fetch;
  const undici = await import('undici');
  const limits = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  const dispatcher = proxy === undefined ? new undici.Agent(limits) : new undici.ProxyAgent({ uri: proxy, ...limits });
  // The package's types are those of Node's fetch, under other names.
  const send = undici.fetch as unknown as (url: unknown, init: unknown) => Promise<Response>;
  return (url, init) => send(url, { ...init, dispatcher });
}
