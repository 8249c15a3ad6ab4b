export type Listener = (...args: unknown[]) => unknown;

/** What the `events` package has. */
export interface Emitter {
  on(name: PropertyKey, listener: Listener): this;
  off(name: PropertyKey, listener: Listener): this;
  emit(name: PropertyKey, ...args: unknown[]): boolean;
  listeners(name: PropertyKey): Listener[];
  listenerCount(name: PropertyKey, listener?: Listener): number;
  setMaxListeners(count: number): this;
  getMaxListeners(): number;
}

export interface EmitterClass {
  new (): Emitter;
  readonly prototype: Emitter;
  defaultMaxListeners: number;
  [name: string]: unknown;
}

interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(name: 'abort', listener: () => void, options: { once: boolean }): void;
  removeEventListener(name: 'abort', listener: () => void): void;
}
export interface Options {
  readonly signal?: Signal;
  readonly close?: readonly PropertyKey[];
}

/** The error that an aborted wait ends with. */
export function abortError(signal: Signal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}
