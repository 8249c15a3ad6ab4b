import type OpenAI from 'openai';
import { z } from 'zod';
import { failed, ok, type Outcome } from '../../core/fault.ts';
import type { PendingBatch } from '../../core/ports.ts';
import { LineSplitter } from '../../input/line-splitter.ts';
import { callEndpoint, type CallOptions } from '../call.ts';
import { describeEndpoint, secretsOf } from '../endpoint.ts';
import { llmFault } from '../fault.ts';
import { printable } from '../printable.ts';
import { retryAfterMs } from '../retry-after.ts';
import { noBatchApi, type BatchError } from './faults.ts';

/** A batch as its server sees it. */
export interface ServedBatch {
  readonly id: string;
  /** Such as `in_progress`, `completed`, `failed`, `expired`, `cancelled`. */
  readonly status: string;
  /** The hash that it was begun with, where the server tells. */
  readonly hash?: string | undefined;
  readonly files: readonly string[];
  readonly errors: readonly BatchError[];
  /** How long the server asks to wait before the next look. */
  readonly retryAfterMs?: number | undefined;
}

/** The calls of the Batch API, each with its faults as values. */
export interface BatchApi {
  /** Uploads the lines of an input; gives the file's id. */
  upload(lines: readonly string[]): Promise<Outcome<string>>;
  /** Begins a batch; gives its id. */
  create(inputFile: string, hash: string): Promise<Outcome<string>>;
  /** Undefined where the server knows no such batch. */
  retrieve(id: string): Promise<Outcome<ServedBatch | undefined>>;
  /** The id of a batch that may have been begun; undefined where the server lists none with its hash or input. */
  find(batch: PendingBatch): Promise<Outcome<string | undefined>>;
  /** Hands over a file line by line; false where the server no longer has it. */
  read(file: string, onLine: (line: string) => void): Promise<Outcome<boolean>>;
}

/** Of a reply and what surrounds it. */
const maxLineBytes = 64 * 1024 * 1024;
/** Files are large, and go through in their own time. */
const transferTimeoutMs = 600_000;
/** How far the server's clock may be behind ours. */
const clockSkewMs = 86_400_000;

const hashName = 'winnow_batch';
const text = z.string().nullish().catch(undefined);

const servedBatch = z.object({
  id: z.string(),
  status: z.string(),
  output_file_id: text,
  error_file_id: text,
  metadata: z.record(z.string(), z.string()).nullish().catch(undefined),
  errors: z
    .object({ data: z.array(z.object({ code: text, message: text, line: z.int().nullish() })) })
    .nullish()
    .catch(undefined),
});

/** The Batch API behind an endpoint. */
export function batchApi(sdk: OpenAI, options: CallOptions): BatchApi {
  const transfer = { ...options, timeoutMs: Math.max(options.timeoutMs, transferTimeoutMs) };
  const sent = { timeout: transfer.timeoutMs };
  const hasNoApi = () => failed(noBatchApi(options));

  return {
    upload: (lines) =>
      callEndpoint(async (signal) => {
        const file = new File([...lines], 'winnow-batch.jsonl', { type: 'application/jsonl' });
        const upload = () => sdk.files.create({ file, purpose: 'batch' }, { ...sent, signal });
        return orMissing(async () => idOf(await upload(), options), hasNoApi);
      }, transfer),
    create: (inputFile, hash) =>
      callEndpoint(async (signal) => {
        const asked = { endpoint: '/v1/chat/completions', completion_window: '24h' } as const;
        const body = { ...asked, input_file_id: inputFile, metadata: { [hashName]: hash } };
        return orMissing(async () => idOf(await sdk.batches.create(body, { signal }), options), hasNoApi);
      }, options),
    retrieve: (id) =>
      callEndpoint((signal) => {
        const retrieve = () => sdk.batches.retrieve(id, { signal }).withResponse();
        return orMissing(
          async () => {
            const { data, response } = await retrieve();
            return readBatch(data, retryAfterMs(response.headers), options);
          },
          () => ok(undefined),
        );
      }, options),
    find: (batch) =>
      callEndpoint(
        (signal) =>
          orMissing(
            async () => ok(await findBatch(sdk, batch, signal)),
            () => ok(undefined),
          ),
        transfer,
      ),
    read: (file, onLine) =>
      callEndpoint(
        (signal) =>
          orMissing(
            async () => {
              const { body } = await sdk.files.content(file, { ...sent, signal });
              await eachLine(body ?? [], onLine);
              return ok(true);
            },
            () => ok(false),
          ),
        transfer,
      ),
  };
}

/** Some servers answer an unknown path with 405 or 501. */
async function orMissing<T>(call: () => Promise<Outcome<T>>, missing: () => Outcome<T>): Promise<Outcome<T>> {
  try {
    return await call();
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    if (status === 404 || status === 405 || status === 501) return missing();
    throw error;
  }
}

/** Not every server keeps the metadata, but each names the input. */
async function findBatch(sdk: OpenAI, { hash, inputFile, at }: PendingBatch, signal: AbortSignal) {
  for await (const batch of sdk.batches.list({ limit: 100 }, { signal })) {
    const isSameInput = inputFile !== undefined && batch.input_file_id === inputFile;
    const told = batch.metadata?.[hashName];
    if (told === hash || (told === undefined && isSameInput)) return batch.id;
    if (batch.created_at * 1000 < at - clockSkewMs) return undefined;
  }
  return undefined;
}

async function eachLine(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, onLine: (line: string) => void) {
  const splitter = new LineSplitter(maxLineBytes);
  for await (const chunk of body) {
    for (const { bytes } of splitter.push(Buffer.from(chunk))) onLine(bytes?.toString('utf8') ?? '?');
  }
  for (const { bytes } of splitter.end()) onLine(bytes?.toString('utf8') ?? '?');
}

function idOf(value: unknown, options: CallOptions): Outcome<string> {
  const id = z.object({ id: z.string().min(1) }).safeParse(value).data?.id;
  return id === undefined ? failed(unreadable(value, options)) : ok(id);
}

function readBatch(value: unknown, waitMs: number | undefined, options: CallOptions): Outcome<ServedBatch> {
  const { data } = servedBatch.safeParse(value);
  if (data === undefined) return failed(unreadable(value, options));
  return ok({
    id: data.id,
    status: data.status,
    hash: data.metadata?.[hashName],
    files: [data.output_file_id, data.error_file_id].flatMap((file) => file || []),
    errors: (data.errors?.data ?? []).map(({ code, message, line }) => {
      return { code: code ?? '', message: message || code || 'it does not say why', line: line ?? undefined };
    }),
    retryAfterMs: waitMs,
  });
}

function unreadable(value: unknown, options: CallOptions) {
  const start = printable((JSON.stringify(value) ?? 'nothing').slice(0, 120), secretsOf(options));
  return llmFault('bad-response', `${describeEndpoint(options)} sent no batch, but: ${start}. It is asked again.`);
}
