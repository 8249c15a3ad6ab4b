import { failed, type Outcome } from '../../core/fault.ts';
import { contentHash } from '../../core/id.ts';
import type { BatchJournal, Clock, LlmReply, LlmRequest } from '../../core/ports.ts';
import type { CallOptions } from '../call.ts';
import type { LlmClient } from '../client.ts';
import { interrupted } from '../fault.ts';
import { replyKey } from '../key.ts';
import { openSdk, requireHttp } from '../sdk.ts';
import { sleep, type Sleep } from '../sleep.ts';
import { batchApi } from './api.ts';
import { Collector, type Collected, type CollectorLimits } from './collector.ts';
import { unanswered } from './faults.ts';
import { Flight, type FlightPorts } from './flight.ts';
import { requestLine, type LineOptions } from './request-line.ts';

export interface BatchClientOptions extends LineOptions, CallOptions {
  readonly journal: BatchJournal;
  /** Requests in a batch, at most. Default 1000; OpenAI takes no more than 50,000. */
  readonly size?: number;
  /** Bytes of a batch's input, at most. Default 190 MB, as OpenAI takes no more than 200. */
  readonly maxBytes?: number;
  /** Without a new request for so long, the batch goes out as it is. Default 2000. */
  readonly lingerMs?: number;
  /** The wait between two looks at a batch, at first; it grows to four times as much. Default 15,000. */
  readonly pollMs?: number;
  readonly clock?: Clock;
  readonly sleep?: Sleep;
}

/** A model that is asked in batches. */
export interface BatchClient extends LlmClient {
  /** Sends what was gathered so far. */
  flush(): void;
  /** Whether a request, by its key, is in a batch that may be at the server; known once `load` has resolved. */
  isUnderWay(key: string): boolean;
  /** Ends all waiting, as `interrupted`; batches under way stay in the journal, and at their server. */
  close(): Promise<void>;
}

const largestSize = 50_000;
const largestBytes = 190_000_000;

/**
 * Asks through OpenAI's Batch API: requests are gathered, go out as one file and are answered within a day. Every batch
 * is in the journal before it goes out, so that after a kill its requests wait for it and are not sent again.
 * Connects to nothing yet. Throws `base-url-invalid`.
 */
export function createBatchClient(options: BatchClientOptions): BatchClient {
  requireHttp(options.baseUrl);
  return new BatchingClient(options);
}

class BatchingClient implements BatchClient {
  readonly #options: BatchClientOptions;
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;
  /** Where the answer to a request is to come from. */
  readonly #flights = new Map<string, Flight>();
  readonly #underWay = new Set<Promise<unknown>>();
  #opened: Promise<Collector<Flight>> | undefined;
  #collector: Collector<Flight> | undefined;

  constructor(options: BatchClientOptions) {
    this.#options = options;
    const { signal } = options;
    this.#signal = signal ? AbortSignal.any([this.#closing.signal, signal]) : this.#closing.signal;
    this.#signal.addEventListener('abort', () => this.#collector?.drop());
  }

  async load(): Promise<void> {
    await this.#open();
  }

  flush(): void {
    this.#collector?.flush();
  }

  isUnderWay(key: string): boolean {
    return this.#flights.has(key);
  }

  async complete(request: LlmRequest): Promise<Outcome<LlmReply>> {
    const asked = this.#ask(request);
    this.#underWay.add(asked);
    return await asked.finally(() => this.#underWay.delete(asked));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#underWay);
  }

  async #ask(request: LlmRequest): Promise<Outcome<LlmReply>> {
    const collector = await this.#open();
    if (this.#signal.aborted) return failed(interrupted());
    const { name: endpoint, model } = this.#options;
    const key = replyKey(request, { endpoint, model });
    const known = this.#flights.get(key);
    const earlier = known && (await this.#answerFrom(known, key, request));
    if (earlier) return earlier;
    if (this.#signal.aborted) return failed(interrupted());
    const flight = await collector.add(key, requestLine(request, key, this.#options));
    if (flight === undefined) return failed(interrupted());
    const answer = await this.#answerFrom(flight, key, request);
    return answer ?? failed(unanswered('just sent', 'is not known there', this.#options));
  }

  /** Undefined where the batch does not exist. */
  async #answerFrom(flight: Flight, key: string, request: LlmRequest): Promise<Outcome<LlmReply> | undefined> {
    const landed = await flight.landed();
    if (!landed.ok) return landed;
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    return landed.value?.outcomeOf(key, request);
  }

  #depart(lines: Collected, ports: FlightPorts): Flight {
    const { name: endpoint, model, clock = Date } = this.#options;
    const keys = [...lines.keys()];
    const at = clock.now();
    // With the time, as the same requests may go out again in another batch.
    const hash = contentHash({ endpoint, model, keys, at });
    return this.#expect(new Flight({ hash, endpoint, keys, at }, ports, [...lines.values()]));
  }

  #expect(flight: Flight): Flight {
    for (const key of flight.keys) this.#flights.set(key, flight);
    return flight;
  }

  #open(): Promise<Collector<Flight>> {
    return (this.#opened ??= this.#connect());
  }

  async #connect(): Promise<Collector<Flight>> {
    const { journal, name, pollMs = 15_000 } = this.#options;
    const endpoint = { ...this.#options, signal: this.#signal };
    const poll = { pollMs, sleep: this.#options.sleep ?? sleep, signal: this.#signal };
    const ports = { api: batchApi(await openSdk(this.#options), endpoint), journal, endpoint, poll };
    for (const batch of await journal.pending(name)) this.#expect(new Flight(batch, ports));
    this.#collector = new Collector(limitsOf(this.#options), (lines) => this.#depart(lines, ports));
    return this.#collector;
  }
}

function limitsOf({ size = 1000, maxBytes = largestBytes, lingerMs = 2000 }: BatchClientOptions): CollectorLimits {
  return { size: Math.min(size, largestSize), bytes: Math.min(maxBytes, largestBytes), lingerMs };
}
