import { failed, ok, type Outcome } from '../../core/fault.ts';
import type { LlmReply, LlmRequest } from '../../core/ports.ts';
import type { Endpoint } from '../endpoint.ts';
import { outcomeOf, readAnswerLine, type AnswerLine } from './answer-line.ts';
import type { BatchApi, ServedBatch } from './api.ts';
import { batchRefused, unanswered, unreadableLines } from './faults.ts';

/** What became of the requests of a batch that has ended. */
export class Answers {
  readonly #batch: ServedBatch;
  readonly #endpoint: Endpoint;
  /** In the order of the input's lines. */
  readonly #keys: readonly string[];
  readonly #lines = new Map<string, AnswerLine>();
  #unreadable = 0;

  constructor(batch: ServedBatch, keys: readonly string[], endpoint: Endpoint) {
    this.#batch = batch;
    this.#keys = keys;
    this.#endpoint = endpoint;
  }

  /** Takes a line of the output or of the errors; the first of a request counts. */
  add(text: string): void {
    if (text.trim() === '') return;
    const line = readAnswerLine(text);
    if (line === undefined) this.#unreadable += 1;
    else if (!this.#lines.has(line.custom_id)) this.#lines.set(line.custom_id, line);
  }

  outcomeOf(key: string, request: Pick<LlmRequest, 'messages'>): Outcome<LlmReply> {
    const line = this.#lines.get(key);
    if (line === undefined) return failed(this.#faultWithoutLine(key));
    return outcomeOf(line, request, { batch: this.#batch.id, endpoint: this.#endpoint });
  }

  /** The requests that have a reply. */
  repliedKeys(): string[] {
    return this.#keys.filter((key) => this.outcomeOf(key, { messages: [] }).ok);
  }

  #faultWithoutLine(key: string) {
    const { id, status, errors } = this.#batch;
    if (status === 'failed') return batchRefused(id, errors, this.#keys.indexOf(key) + 1, this.#endpoint);
    if (this.#unreadable > 0) return unreadableLines(id, this.#unreadable, this.#endpoint);
    return unanswered(id, status === 'completed' ? 'has no line for it' : status, this.#endpoint);
  }
}

/** Reads all answers of a batch that has ended. */
export async function readAnswers(
  batch: ServedBatch,
  keys: readonly string[],
  { api, endpoint }: { readonly api: Pick<BatchApi, 'read'>; readonly endpoint: Endpoint },
): Promise<Outcome<Answers>> {
  const answers = new Answers(batch, keys, endpoint);
  for (const file of batch.files) {
    const read = await api.read(file, (line) => answers.add(line));
    // A file that is gone leaves its requests without a line.
    if (!read.ok) return read;
  }
  return ok(answers);
}
