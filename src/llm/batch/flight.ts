import { ok, type Outcome } from '../../core/fault.ts';
import type { BatchJournal, PendingBatch } from '../../core/ports.ts';
import type { Endpoint } from '../endpoint.ts';
import { readAnswers, type Answers } from './answers.ts';
import type { BatchApi, ServedBatch } from './api.ts';
import { waitForEnd, type PollOptions } from './poll.ts';

export interface FlightPorts {
  readonly api: BatchApi;
  readonly journal: BatchJournal;
  readonly endpoint: Endpoint;
  readonly poll: PollOptions;
}

/** A batch on its way, from the note of it to its answers; one that an earlier process began has no input. */
export class Flight {
  readonly #ports: FlightPorts;
  #batch: PendingBatch;
  #input: readonly string[] | undefined;
  #isOver = false;
  #landing: Promise<Outcome<Answers | undefined>> | undefined;

  constructor(batch: PendingBatch, ports: FlightPorts, input?: readonly string[]) {
    this.#batch = batch;
    this.#ports = ports;
    this.#input = input;
  }

  get keys(): readonly string[] {
    return this.#batch.keys;
  }

  /**
   * Waits for the answers; undefined where the server has no such batch, so that its requests may go out again.
   * After a fault the next call goes on from where this one ended.
   */
  landed(): Promise<Outcome<Answers | undefined>> {
    this.#landing ??= this.#land().then((outcome) => {
      if (!outcome.ok) this.#landing = undefined;
      return outcome;
    });
    return this.#landing;
  }

  async #land(): Promise<Outcome<Answers | undefined>> {
    if (this.#isOver) return ok(undefined);
    const id = await this.#serverId();
    if (!id.ok) return id;
    if (id.value === undefined) return await this.#forget();
    const ended = await waitForEnd(id.value, this.#ports.api, this.#ports.poll);
    if (!ended.ok) return ended;
    if (ended.value === undefined || this.#isForeign(ended.value)) return await this.#forget();
    const answers = await readAnswers(ended.value, this.keys, this.#ports);
    if (answers.ok) await this.#keepReplied(answers.value.repliedKeys());
    return answers;
  }

  /** Another server behind the same name may have given the same id to a batch of its own. */
  #isForeign({ hash }: ServedBatch): boolean {
    return hash !== undefined && hash !== this.#batch.hash;
  }

  /** Only a batch whose creation was never tried is sent: of any other the server may have more than was heard of it. */
  async #serverId(): Promise<Outcome<string | undefined>> {
    if (this.#batch.id !== undefined) return ok(this.#batch.id);
    const input = this.#input;
    this.#input = undefined;
    const id = await (input ? this.#send(input) : this.#ports.api.find(this.#batch));
    if (id.ok && id.value !== undefined) await this.#note({ id: id.value });
    return id;
  }

  async #send(input: readonly string[]): Promise<Outcome<string>> {
    const { api, journal } = this.#ports;
    await journal.open(this.#batch);
    const file = await api.upload(input);
    if (!file.ok) return await this.#neverBegan(file);
    await this.#note({ inputFile: file.value });
    const created = await api.create(file.value, this.#batch.hash);
    const mayExist = created.ok || created.fault.retryable || created.fault.code === 'interrupted';
    return mayExist ? created : await this.#neverBegan(created);
  }

  async #neverBegan(outcome: Outcome<string>): Promise<Outcome<string>> {
    await this.#forget();
    return outcome;
  }

  async #note(change: Pick<PendingBatch, 'inputFile' | 'id'>): Promise<void> {
    this.#batch = { ...this.#batch, ...change };
    await this.#ports.journal.update(this.#batch.hash, change);
  }

  async #forget(): Promise<Outcome<undefined>> {
    this.#isOver = true;
    await this.#ports.journal.close(this.#batch.hash);
    return ok(undefined);
  }

  /** What has no reply here is asked elsewhere next time, by whichever process. */
  async #keepReplied(keys: readonly string[]): Promise<void> {
    const { journal } = this.#ports;
    if (keys.length === 0) await journal.close(this.#batch.hash);
    else if (keys.length < this.keys.length) await journal.update(this.#batch.hash, { keys });
  }
}
