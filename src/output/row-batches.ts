export interface RowBatchesOptions {
  /** Rows are put at the latest when they have so many characters, or so long after the first of them. */
  readonly maxChars: number;
  readonly maxMs: number;
  /** Puts a batch where it belongs; never called again before it has resolved, nor once it has rejected. */
  readonly put: (bytes: Buffer) => Promise<void>;
}

/** Gathers rows, so that a place is not asked for each one. */
export class RowBatches {
  readonly #options: RowBatchesOptions;
  #rows: string[] = [];
  #chars = 0;
  #saving: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RowBatchesOptions) {
    this.#options = options;
  }

  /** Resolves when there is room for the next row. */
  async write(text: string): Promise<void> {
    this.#rows.push(text);
    this.#chars += text.length;
    const { maxChars, maxMs } = this.#options;
    if (this.#chars >= maxChars) return await this.save();
    this.#timer ??= setTimeout(() => void this.save().catch(() => {}), maxMs);
  }

  /** Puts what was gathered. Rejects, then and ever after, once a batch could not be put. */
  async save(): Promise<void> {
    this.#stopTimer();
    this.#saving = this.#putAfter(this.#saving);
    await this.#saving;
  }

  /** Resolves when nothing is being put any more; what was only gathered is forgotten. */
  async close(): Promise<void> {
    this.#stopTimer();
    await this.#saving.catch(() => {});
  }

  async #putAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    const bytes = Buffer.from(this.#rows.join(''));
    this.#rows = [];
    this.#chars = 0;
    await this.#options.put(bytes);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
