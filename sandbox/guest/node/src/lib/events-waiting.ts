import { abortError, type Emitter, type Listener, type Options } from './emitter.ts';

interface Target {
  addEventListener(name: PropertyKey, listener: Listener): void;
  removeEventListener(name: PropertyKey, listener: Listener): void;
}

/** Listens on an emitter or an event target; gives what takes the listener away. */
function listen(source: Emitter | Target, name: PropertyKey, listener: Listener): () => void {
  if ('on' in source) {
    source.on(name, listener);
    return () => void source.off(name, listener);
  }
  source.addEventListener(name, listener);
  return () => source.removeEventListener(name, listener);
}

/** The arguments of the next event of a name; rejects with an `error` event that comes before it. */
export function once(source: Emitter | Target, name: PropertyKey, { signal }: Options = {}): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortError(signal));
      return;
    }
    const settle = (action: () => void): void => {
      for (const stop of stops) stop();
      action();
    };
    const stops = [listen(source, name, (...args) => settle(() => resolve(args)))];
    if (name !== 'error' && 'on' in source) stops.push(listen(source, 'error', (error) => settle(() => reject(error))));
    if (signal === undefined) return;
    const abort = (): void => settle(() => reject(abortError(signal)));
    signal.addEventListener('abort', abort, { once: true });
    stops.push(() => signal.removeEventListener('abort', abort));
  });
}

/** The arguments of every event of a name, in order, until one of `close`, an `error` or an abort. */
export function on(
  source: Emitter | Target,
  name: PropertyKey,
  { signal, close = [] }: Options = {},
): AsyncIterableIterator<unknown[]> {
  if (signal?.aborted === true) throw abortError(signal);
  const pending: unknown[][] = [];
  const waiting: { resolve(result: IteratorResult<unknown[]>): void; reject(error: unknown): void }[] = [];
  let failure: { error: unknown } | undefined;
  let ended = false;

  const end = (): Promise<IteratorResult<unknown[]>> => {
    for (const stop of stops) stop();
    ended = true;
    for (const waiter of waiting.splice(0)) waiter.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  };
  const fail = (error: unknown): void => {
    const waiter = waiting.shift();
    if (waiter === undefined) failure = { error };
    else waiter.reject(error);
    void end();
  };
  const stops = [
    listen(source, name, (...args) => {
      const waiter = waiting.shift();
      if (waiter === undefined) pending.push(args);
      else waiter.resolve({ value: args, done: false });
    }),
    ...close.map((event) => listen(source, event, () => void end())),
  ];
  if (name !== 'error' && 'on' in source) stops.push(listen(source, 'error', fail));
  if (signal !== undefined) {
    const abort = (): void => fail(abortError(signal));
    signal.addEventListener('abort', abort, { once: true });
    stops.push(() => signal.removeEventListener('abort', abort));
  }

  return {
    next() {
      const value = pending.shift();
      if (value !== undefined) return Promise.resolve({ value, done: false });
      if (failure !== undefined) {
        const { error } = failure;
        failure = undefined;
        return Promise.reject(error);
      }
      if (ended) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return: end,
    throw(error: unknown) {
      fail(error);
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
