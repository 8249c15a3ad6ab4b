import type { BatchAnswerer } from './answers.ts';
import { readInput, type InputError } from './input.ts';
import { Shelf } from './shelf.ts';

/** An uploaded or written file, as it is kept. */
export interface KeptFile {
  readonly id: string;
  readonly filename: string;
  readonly purpose: string;
  /** In seconds. */
  readonly createdAt: number;
  readonly text: string;
}

/** A batch as it is kept: its answers are ready from the beginning and shown from `readyMs` on. */
export interface KeptBatch {
  readonly id: string;
  readonly inputFile: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdMs: number;
  readonly readyMs: number;
  readonly end: 'completed' | 'expired' | 'failed' | 'cancelled';
  readonly errors: readonly InputError[];
  readonly outputFile?: string;
  readonly errorFile?: string;
  readonly counts: { readonly total: number; readonly completed: number; readonly failed: number };
}

export interface BatchesOptions {
  /** How long a batch takes. */
  readonly delayMs: number;
  /** Keeps files and batches, so that another server goes on with them. */
  readonly stateDir?: string | undefined;
  readonly answer: BatchAnswerer;
}

/** The files and batches of a server. */
export class Batches {
  readonly files: Shelf<KeptFile>;
  readonly batches: Shelf<KeptBatch>;
  readonly #options: BatchesOptions;

  constructor(options: BatchesOptions) {
    this.#options = options;
    this.files = new Shelf('file', options.stateDir);
    this.batches = new Shelf('batch', options.stateDir);
  }

  addFile(filename: string, purpose: string, text: string): KeptFile {
    const createdAt = Math.floor(Date.now() / 1000);
    return this.files.put({ id: this.files.nextId(), filename, purpose, createdAt, text });
  }

  async create(input: KeptFile, metadata: KeptBatch['metadata']): Promise<KeptBatch> {
    const { lines, errors } = readInput(input.text);
    const createdMs = Date.now();
    const begun = { inputFile: input.id, metadata, createdMs, readyMs: createdMs + this.#options.delayMs, errors };
    const none = { total: lines.length, completed: 0, failed: 0 };
    if (errors.length > 0) return this.#put({ ...begun, readyMs: createdMs, end: 'failed', counts: none });
    const { output, errors: failures, completed, failed } = await this.#options.answer(lines);
    return this.#put({
      ...begun,
      end: completed + failed < lines.length ? 'expired' : 'completed',
      counts: { total: lines.length, completed, failed },
      ...(output && { outputFile: this.addFile('output.jsonl', 'batch_output', output).id }),
      ...(failures && { errorFile: this.addFile('errors.jsonl', 'batch_output', failures).id }),
    });
  }

  /** A batch that has ended stays as it is. */
  cancel(batch: KeptBatch): KeptBatch {
    if (Date.now() >= batch.readyMs) return batch;
    const { outputFile: _output, errorFile: _errors, ...rest } = batch;
    const none = { total: batch.counts.total, completed: 0, failed: 0 };
    return this.batches.put({ ...rest, readyMs: Date.now(), end: 'cancelled', counts: none });
  }

  #put(batch: Omit<KeptBatch, 'id'>): KeptBatch {
    return this.batches.put({ id: this.batches.nextId(), ...batch });
  }
}

/** A file as the API shows it. */
export function shownFile({ id, filename, purpose, createdAt, text }: KeptFile): unknown {
  const bytes = Buffer.byteLength(text);
  return { id, object: 'file', bytes, created_at: createdAt, filename, purpose, status: 'processed' };
}

/** A batch as the API shows it. */
export function shownBatch(batch: KeptBatch): unknown {
  const isDone = Date.now() >= batch.readyMs;
  return {
    id: batch.id,
    object: 'batch',
    endpoint: '/v1/chat/completions',
    errors: batch.errors.length > 0 ? { object: 'list', data: batch.errors } : null,
    input_file_id: batch.inputFile,
    completion_window: '24h',
    status: isDone ? batch.end : 'in_progress',
    output_file_id: isDone ? (batch.outputFile ?? null) : null,
    error_file_id: isDone ? (batch.errorFile ?? null) : null,
    created_at: Math.floor(batch.createdMs / 1000),
    request_counts: isDone ? batch.counts : { ...batch.counts, completed: 0, failed: 0 },
    metadata: batch.metadata,
  };
}
