import type { Config, EndpointConfig } from '../config/config.ts';
import { endpointsOf, type Credentials } from '../config/credentials.ts';
import type { Fault } from '../core/fault.ts';
import type { BatchJournal, Clock, Llm, LlmReply, ReplyCache } from '../core/ports.ts';
import { contentHash } from '../core/id.ts';
import type { RequestCounts, Store } from '../core/store.ts';
import { Ledger } from '../llm/ledger.ts';
import { newMeter, type Meter } from '../llm/meter.ts';
import { startOfflineModel } from '../llm/offline/server.ts';
import { costUsd, type Prices } from '../llm/prices.ts';
import { replyFormats, type FormatMemory, type ReplyFormat } from '../llm/reply-format.ts';
import { routeLlm } from '../llm/router.ts';
import { stackLlm, type StackedLlm } from '../llm/stack.ts';
import { storedOnly } from '../llm/stored-only.ts';
import { openTransport, requestsInFlight } from './transport.ts';

export interface OpenEndpoint {
  readonly llm: Llm;
  readonly meter: Meter;
  /** Whether requests wait to be sent. */
  isWaiting(): boolean;
  close(): Promise<void>;
}

export type CostOf = (usage: LlmReply['usage']) => number;

export interface EndpointOptions {
  readonly config: Config;
  /** By the names of endpoints. */
  readonly credentials: ReadonlyMap<string, Credentials>;
  /** The stored replies, whose costs are booked by the price of each endpoint. */
  readonly replies: (costOf: CostOf) => ReplyCache;
  readonly batches: BatchJournal;
  /** What was found out before, by content. */
  readonly notes: Pick<Store, 'verdict' | 'putVerdict'>;
  /** What earlier invocations of the run spent. */
  readonly spent: RequestCounts;
  /** Ends waiting for a slot, another attempt or a batch; what else is in flight goes on. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly offlineLog?: string;
  /** Told when an endpoint is left alone because it is down, while others go on. */
  readonly onRest?: (endpoint: string, fault: Fault) => void;
  /** Sends nothing, and needs neither a server nor a key. */
  readonly storedOnly?: boolean;
}

/** Opens the configured endpoints behind one door; offline models are started for them, and stopped with them. */
export async function openEndpoint(options: EndpointOptions): Promise<OpenEndpoint> {
  const { config, clock, onRest } = options;
  const meter = newMeter();
  await using opening = new AsyncDisposableStack();
  const shared = { meter, ledger: ledgerFor(options) };
  const endpoints = new Map<string, Connected>();
  for (const endpoint of endpointsOf(config)) {
    const connected = options.storedOnly
      ? disconnected(options, endpoint, shared)
      : await connect(options, endpoint, shared);
    opening.defer(() => connected.close());
    endpoints.set(endpoint.name, connected);
  }
  const weightsFor = (stage: keyof Config['routes']) => config.routes[stage] ?? { [config.endpoint.name]: 1 };
  const routed = routeLlm({ endpoints, weightsFor, seed: config.seed, clock, ...(onRest && { onRest }) });
  const tools = opening.move();
  // With one endpoint there is none to stand in: its own faults tell more than a router's.
  const only = endpoints.size === 1 ? endpoints.get(config.endpoint.name) : undefined;
  const isWaiting = (): boolean => [...endpoints.values()].some((endpoint) => endpoint.isWaiting());
  return { llm: only ?? routed, meter, isWaiting, close: () => tools.disposeAsync() };
}

/** The cost of a reply at an endpoint's price; nothing where none is configured. */
export function costOf(endpoint: EndpointConfig): CostOf {
  const prices = pricesOf(endpoint);
  return (usage) => costUsd(usage, prices);
}

interface Shared {
  readonly meter: Meter;
  readonly ledger: Ledger;
}

interface Connected extends Pick<StackedLlm, 'complete' | 'knows' | 'isWaiting'> {
  close(): Promise<void>;
}

function disconnected({ replies }: EndpointOptions, endpoint: EndpointConfig, { meter }: Shared): Connected {
  const { name, model } = endpoint;
  const extra = extraOf(endpoint) && { extra: endpoint.extra };
  const llm = storedOnly({ cache: replies(costOf(endpoint)), meter, endpoint: name, model, ...extra });
  return { ...llm, isWaiting: () => false, close: async () => {} };
}

async function connect(options: EndpointOptions, endpoint: EndpointConfig, shared: Shared): Promise<Connected> {
  if (endpoint.kind === 'openai') return stacked(options, { endpoint, baseUrl: endpoint.base_url }, shared);
  const offline = await startOfflineModel({
    ...(endpoint.kind === 'offline' ? { repliesDir: endpoint.replies ?? '' } : { seed: options.config.seed }),
    ...(options.offlineLog !== undefined && { logFile: options.offlineLog }),
  });
  const connected = stacked(options, { endpoint, baseUrl: offline.url }, shared);
  return { ...connected, close: () => connected.close().finally(() => offline.close()) };
}

function stacked(
  options: EndpointOptions,
  { endpoint, baseUrl }: { readonly endpoint: EndpointConfig; readonly baseUrl: string },
  { meter, ledger }: Shared,
): Connected {
  const { credentials, replies, batches, stopping } = options;
  const transport = openTransport({
    endpoint,
    baseUrl,
    credentials: credentials.get(endpoint.name),
    batches,
    formatMemory: formatMemoryFor(options, endpoint),
    stopping,
  });
  const prices = pricesOf(endpoint);
  const llm = stackLlm(transport.client, {
    cache: replies(costOf(endpoint)),
    meter,
    endpoint: endpoint.name,
    model: endpoint.model,
    ...(extraOf(endpoint) && { extra: endpoint.extra }),
    budget: { ledger, ...(prices && { prices }) },
    concurrency: { max: requestsInFlight(endpoint) },
    retry: { attempts: endpoint.attempts },
    prepare: () => transport.client.load(),
    isUnderWay: transport.isUnderWay,
    signal: stopping,
  });
  return {
    complete: (request) => llm.complete(request),
    knows: (request) => llm.knows(request),
    isWaiting: () => llm.isWaiting(),
    close: () => transport.close(),
  };
}

/** Without further members a reply's key is as if there could be none. */
function extraOf({ extra }: EndpointConfig): boolean {
  return Object.keys(extra).length > 0;
}

/** What a server takes does not change with the run that finds it out. */
function formatMemoryFor({ notes }: EndpointOptions, { base_url: baseUrl, model }: EndpointConfig): FormatMemory {
  const key = contentHash({ asked: 'reply-format', baseUrl, model });
  return {
    known: async () => asFormat(await notes.verdict(key)),
    remember: (format) => notes.putVerdict(key, format),
  };
}

function asFormat(note: unknown): ReplyFormat | undefined {
  return replyFormats.find((format) => format === note);
}

/** One for all endpoints: a budget is the run's. */
function ledgerFor({ config: { budget }, spent }: EndpointOptions): Ledger {
  const limits = {
    ...(budget.usd !== null && { usd: budget.usd }),
    ...(budget.tokens !== null && { tokens: budget.tokens }),
  };
  return new Ledger(limits, { usd: spent.costUsd, tokens: spent.promptTokens + spent.completionTokens });
}

function pricesOf({ price }: EndpointConfig): Prices | undefined {
  return price === null
    ? undefined
    : { inputPerMillion: price.input_per_million, outputPerMillion: price.output_per_million };
}
