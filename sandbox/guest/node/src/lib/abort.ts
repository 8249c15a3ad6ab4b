import { DOMException } from './dom-exception.ts';
import { Event } from './event.ts';
import { EventTarget } from './event-target.ts';

const key = Symbol('only a controller makes signals');
const aborts = new WeakMap<AbortSignal, (reason: unknown) => void>();

/** The web's `AbortSignal` (DOM standard, section 3.2). */
export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason: unknown = undefined;
  #onabort: ((event: Event) => unknown) | null = null;

  constructor(permit?: symbol) {
    super();
    if (permit !== key) throw Object.assign(new TypeError('Illegal constructor'), { code: 'ERR_ILLEGAL_CONSTRUCTOR' });
    aborts.set(this, (reason) => {
      if (this.#aborted) return;
      this.#aborted = true;
      this.#reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
      this.dispatchEvent(new Event('abort'));
    });
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal(key);
    aborts.get(signal)?.(reason);
    return signal;
  }

  static timeout(ms: number): AbortSignal {
    const signal = new AbortSignal(key);
    const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    setTimeout(() => aborts.get(signal)?.(reason), ms);
    return signal;
  }

  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const any = new AbortSignal(key);
    for (const signal of signals) {
      if (signal.aborted) aborts.get(any)?.(signal.reason);
      else signal.addEventListener('abort', () => aborts.get(any)?.(signal.reason), { once: true });
    }
    return any;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  get onabort(): ((event: Event) => unknown) | null {
    return this.#onabort;
  }

  set onabort(listener: ((event: Event) => unknown) | null) {
    this.removeEventListener('abort', this.#onabort);
    this.#onabort = listener;
    this.addEventListener('abort', listener);
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }

  override get [Symbol.toStringTag](): string {
    return 'AbortSignal';
  }
}

/** The web's `AbortController`. */
export class AbortController {
  readonly #signal = new AbortSignal(key);

  get signal(): AbortSignal {
    return this.#signal;
  }

  abort(reason?: unknown): void {
    aborts.get(this.#signal)?.(reason);
  }

  get [Symbol.toStringTag](): string {
    return 'AbortController';
  }
}
