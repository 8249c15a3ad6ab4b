/** What is thrown through the other side: who may see it, and what must come out of it whatever it does. */
import type { Entries } from './entries.ts';
import { RealError } from './natives.ts';
import { giveTextMessage, isObject } from './objects.ts';

export interface ThrowsOptions {
  readonly entries: Entries;
  readonly isSecret?: ((object: object) => boolean) | undefined;
  readonly isUncatchable?: ((thrown: unknown) => boolean) | undefined;
}

export class Throws {
  readonly #options: ThrowsOptions;
  readonly #withheld: unknown[] = [];
  #escaping: { readonly thrown: unknown } | undefined;

  constructor(options: ThrowsOptions) {
    this.#options = options;
  }

  /** A callback of ours threw: gives what the other side is told of it. */
  thrown(thrown: unknown): unknown {
    if (this.#options.isUncatchable?.(thrown) === true) this.#escaping ??= { thrown };
    return this.#presentable(thrown);
  }

  /** A promise of ours was rejected: gives what the other side is told of it. */
  rejected(reason: unknown): unknown {
    if (this.#options.isUncatchable?.(reason) === true) this.#withheld[this.#withheld.length] = reason;
    return this.#presentable(reason);
  }

  /** The other side threw, or rejected: gives what is to be thrown here. */
  raised(thrown: unknown): unknown {
    for (let at = 0; at < this.#withheld.length; at++) {
      if (this.#withheld[at] === thrown) this.#withheld[at] = undefined;
    }
    if (this.#options.isUncatchable === undefined || !isObject(thrown) || typeof thrown === 'function') return thrown;
    const entry = this.#options.entries.of(thrown);
    if (entry !== undefined && entry.id < 0) giveTextMessage(thrown);
    return thrown;
  }

  /** What a callback threw that no code of the other side may keep to itself; asking takes it away. */
  takeEscaping(): { readonly thrown: unknown } | undefined {
    const escaping = this.#escaping;
    this.#escaping = undefined;
    return escaping;
  }

  /** Reasons of rejections that the other side was told and has not passed on. */
  get withheld(): readonly unknown[] {
    return this.#withheld;
  }

  forgetWithheld(): void {
    for (let at = 0; at < this.#withheld.length; at++) this.#withheld[at] = undefined;
  }

  #presentable(thrown: unknown): unknown {
    const isSecret = isObject(thrown) && this.#options.isSecret?.(thrown) === true;
    return isSecret ? new RealError('the suite ended the call') : thrown;
  }
}
