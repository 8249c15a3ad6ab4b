/** How a server can be held to a shape, the strictest first; `off`: it is asked in words alone. */
export const replyFormats = ['json_schema', 'json_object', 'off'] as const;
export type ReplyFormat = (typeof replyFormats)[number];

/** What is known of a server for longer than a process lives. */
export interface FormatMemory {
  known(): Promise<ReplyFormat | undefined>;
  remember(format: ReplyFormat): Promise<void>;
}

/**
 * Finds out which format a server takes: by the first request that wants one, which is asked again in the next laxer
 * one when it is refused. What then works is remembered; where nothing does, the request itself was bad.
 */
export class FormatProbe {
  readonly #memory: FormatMemory | undefined;
  #known: Promise<ReplyFormat | undefined> | undefined;

  constructor(memory: FormatMemory | undefined) {
    this.#memory = memory;
  }

  /** Asks in each format that may do, until the server does not refuse it as a bad request. */
  async ask<T>(send: (format: ReplyFormat) => Promise<T>, isRefused: (outcome: T) => boolean): Promise<T> {
    const known = await (this.#known ??= this.#memory?.known() ?? Promise.resolve(undefined));
    const formats = replyFormats.slice(replyFormats.indexOf(known ?? 'json_schema'));
    const first = formats[0] ?? 'off';
    let outcome = await send(first);
    if (!isRefused(outcome)) {
      if (known === undefined) await this.#remember(first);
      return outcome;
    }
    for (const format of formats.slice(1)) {
      outcome = await send(format);
      if (isRefused(outcome)) continue;
      await this.#remember(format);
      return outcome;
    }
    return outcome;
  }

  async #remember(format: ReplyFormat): Promise<void> {
    this.#known = Promise.resolve(format);
    await this.#memory?.remember(format);
  }
}
