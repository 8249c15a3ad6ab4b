import type { EndpointConfig } from '../config/config.ts';
import type { Credentials } from '../config/credentials.ts';
import type { BatchJournal } from '../core/ports.ts';
import { createBatchClient } from '../llm/batch/client.ts';
import { createClient, type LlmClient } from '../llm/client.ts';
import { offlineModel } from '../llm/offline/models.ts';
import type { FormatMemory } from '../llm/reply-format.ts';

/** How requests reach the endpoint. */
export interface Transport {
  readonly client: LlmClient;
  /** Whether a request, by its key, was sent by an earlier invocation and waits for its answer. */
  readonly isUnderWay: (key: string) => boolean;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly endpoint: EndpointConfig;
  readonly baseUrl: string;
  /** None for an endpoint that asks for none. */
  readonly credentials: Credentials | undefined;
  readonly batches: BatchJournal;
  readonly formatMemory: FormatMemory;
  /** Ends waiting for batches, which may take a day: the next invocation goes on with them. */
  readonly stopping: AbortSignal;
}

/** Opens the configured transport: each request on its own, or many as a batch. */
export function openTransport(options: TransportOptions): Transport {
  const { endpoint, baseUrl, credentials, formatMemory } = options;
  const reached = {
    name: endpoint.name,
    baseUrl,
    model: endpoint.model,
    timeoutMs: endpoint.timeout_ms,
    tokenLimitName: endpoint.token_limit_name,
    extra: endpoint.extra,
    ...(endpoint.proxy !== null && { proxy: endpoint.proxy }),
    ...credentials,
  };
  if (endpoint.transport === 'batch') return batchTransport(reached, options);
  const client = createClient({ ...reached, replyFormat: endpoint.reply_format, formatMemory });
  return { client, isUnderWay: () => false, close: async () => {} };
}

/** Requests in flight at most: in batches as many as one holds, or it would never be full. */
export function requestsInFlight({ transport, batch, max_concurrency }: EndpointConfig): number {
  return transport === 'batch' ? batch.size : max_concurrency;
}

function batchTransport(
  reached: Parameters<typeof createClient>[0],
  { endpoint, batches, stopping }: TransportOptions,
): Transport {
  const { reply_format, batch } = endpoint;
  const { size, linger_ms, poll_ms } = batch;
  const client = createBatchClient({
    ...reached,
    labelled: endpoint.model === offlineModel,
    ...(reply_format !== 'auto' && { holdTo: reply_format }),
    journal: batches,
    size,
    lingerMs: linger_ms,
    pollMs: poll_ms,
    signal: stopping,
  });
  return { client, isUnderWay: (key) => client.isUnderWay(key), close: () => client.close() };
}
