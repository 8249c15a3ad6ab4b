/** The `signal` of a test: as much of an AbortSignal as can be had where the platform has none. */
type Listener = (event: { readonly type: 'abort'; readonly target: Signal }) => void;

export class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  readonly #listeners = new Set<Listener>();

  addEventListener(type: string, listener: Listener): void {
    if (type === 'abort') this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Aborts a signal, once. */
  static abort(signal: Signal, reason: unknown): void {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    const event = { type: 'abort', target: signal } as const;
    signal.onabort?.(event);
    for (const listener of signal.#listeners) listener(event);
  }
}
