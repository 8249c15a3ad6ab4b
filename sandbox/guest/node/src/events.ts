/* oxlint-disable typescript/unbound-method -- methods are taken off their prototypes, to be called on other objects. */
import EventEmitter from 'events/events.js';
import { defineHidden } from './lib/define.ts';
import type { Emitter, Listener } from './lib/emitter.ts';
import { on, once } from './lib/events-waiting.ts';

const errorMonitor = Symbol('events.errorMonitor');
const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const { emit, listenerCount } = EventEmitter.prototype;

Object.assign(EventEmitter.prototype, {
  emit(this: Emitter, name: PropertyKey, ...args: unknown[]): boolean {
    if (name === 'error' && listenerCount.call(this, errorMonitor) > 0) emit.call(this, errorMonitor, ...args);
    return emit.call(this, name, ...args);
  },
  listenerCount(this: Emitter, name: PropertyKey, listener?: Listener): number {
    if (listener === undefined) return listenerCount.call(this, name);
    return this.listeners(name).filter((candidate) => candidate === listener).length;
  },
});
// Node's prototype shows them, and a subclass may be copied by its enumerable members.
defineHidden(EventEmitter, { init: EventEmitter['init'] });

interface Signal {
  readonly aborted: boolean;
  addEventListener(name: 'abort', listener: Listener, options: { once: boolean }): void;
  removeEventListener(name: 'abort', listener: Listener): void;
}

/** Listens for the abort of a signal; the result's `Symbol.dispose` ends that. */
function addAbortListener(signal: Signal, listener: Listener): object {
  if (signal.aborted) queueMicrotask(() => listener());
  else signal.addEventListener('abort', listener, { once: true });
  const dispose = Symbol.dispose ?? Symbol.for('nodejs.dispose');
  return { [dispose]: (): void => signal.removeEventListener('abort', listener) };
}

Object.assign(EventEmitter, {
  once,
  on,
  addAbortListener,
  getEventListeners: (emitter: Emitter, name: PropertyKey): Listener[] => emitter.listeners(name),
  getMaxListeners: (emitter: Emitter): number => emitter.getMaxListeners(),
  setMaxListeners: (count: number, ...emitters: Emitter[]): void => {
    if (emitters.length === 0) EventEmitter.defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners(count);
  },
  listenerCount: (emitter: Emitter, name: PropertyKey): number => emitter.listenerCount(name),
  errorMonitor,
  captureRejectionSymbol,
  captureRejections: false,
  usingDomains: false,
});

export default EventEmitter as unknown;
