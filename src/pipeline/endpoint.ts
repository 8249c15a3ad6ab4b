import type { Config } from '../config/config.ts';
import type { BatchJournal, Llm, LlmReply, ReplyCache } from '../core/ports.ts';
import type { RequestCounts } from '../core/store.ts';
import { newMeter, type Meter } from '../llm/meter.ts';
import { startOfflineModel } from '../llm/offline/server.ts';
import { costUsd, type Prices } from '../llm/prices.ts';
import { stackLlm } from '../llm/stack.ts';
import { storedOnly } from '../llm/stored-only.ts';
import { openTransport, requestsInFlight } from './transport.ts';

export interface OpenEndpoint {
  readonly llm: Llm;
  readonly meter: Meter;
  close(): Promise<void>;
}

export interface EndpointOptions {
  readonly config: Config;
  readonly apiKey: string | undefined;
  readonly cache: ReplyCache;
  readonly batches: BatchJournal;
  /** What earlier invocations of the run spent. */
  readonly spent: RequestCounts;
  /** Ends waiting for a slot, another attempt or a batch; what else is in flight goes on. */
  readonly stopping: AbortSignal;
  readonly offlineLog?: string;
  /** Sends nothing, and needs neither a server nor a key. */
  readonly storedOnly?: boolean;
}

/** Opens the configured endpoint; the offline model is started for it, and stopped with it. */
export async function openEndpoint(options: EndpointOptions): Promise<OpenEndpoint> {
  const { endpoint } = options.config;
  if (options.storedOnly) return { ...disconnected(options), close: async () => {} };
  if (endpoint.kind === 'openai') return connect(options, endpoint.base_url);
  const offline = await startOfflineModel({
    repliesDir: endpoint.replies ?? '',
    ...(options.offlineLog !== undefined && { logFile: options.offlineLog }),
  });
  const connected = connect(options, offline.url);
  return { ...connected, close: () => connected.close().finally(() => offline.close()) };
}

function disconnected({ config, cache }: EndpointOptions): Pick<OpenEndpoint, 'llm' | 'meter'> {
  const meter = newMeter();
  const { name: endpoint, model } = config.endpoint;
  return { llm: storedOnly({ cache, meter, endpoint, model }), meter };
}

/** The cost of a reply at the configured price; nothing where none is configured. */
export function costOf(config: Config): (usage: LlmReply['usage']) => number {
  const prices = pricesOf(config);
  return (usage) => costUsd(usage, prices);
}

function connect(options: EndpointOptions, baseUrl: string): OpenEndpoint {
  const { config, apiKey, cache, batches, spent, stopping } = options;
  const { endpoint, budget } = config;
  const transport = openTransport({ endpoint, baseUrl, apiKey, batches, stopping });
  const prices = pricesOf(config);
  const meter = newMeter();
  const llm = stackLlm(transport.client, {
    cache,
    meter,
    endpoint: endpoint.name,
    model: endpoint.model,
    budget: {
      limits: {
        ...(budget.usd !== null && { usd: budget.usd }),
        ...(budget.tokens !== null && { tokens: budget.tokens }),
      },
      ...(prices && { prices }),
      spent: { usd: spent.costUsd, tokens: spent.promptTokens + spent.completionTokens },
    },
    concurrency: { max: requestsInFlight(endpoint) },
    retry: { attempts: endpoint.attempts },
    prepare: () => transport.client.load(),
    isUnderWay: transport.isUnderWay,
    signal: stopping,
  });
  return { llm, meter, close: () => transport.close() };
}

function pricesOf(config: Config): Prices | undefined {
  const { price } = config.endpoint;
  return price === null
    ? undefined
    : { inputPerMillion: price.input_per_million, outputPerMillion: price.output_per_million };
}
