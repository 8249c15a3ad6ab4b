import { dispatchOf, type Event } from './event.ts';

type Listener = ((event: Event) => unknown) | { handleEvent(event: Event): unknown };

interface Signal {
  readonly aborted: boolean;
  addEventListener(name: 'abort', listener: () => void, options: { once: boolean }): void;
}
interface Options {
  readonly capture?: boolean;
  readonly once?: boolean;
  readonly passive?: boolean;
  readonly signal?: Signal;
}
interface Registration {
  readonly listener: Listener;
  readonly capture: boolean;
  readonly once: boolean;
  readonly passive: boolean;
  removed: boolean;
}

/** The web's `EventTarget` (DOM standard, section 2.7), without a tree above it. */
export class EventTarget {
  readonly #listeners = new Map<string, Registration[]>();

  addEventListener(type: unknown, listener: Listener | null, options: Options | boolean = {}): void {
    if (listener === null || listener === undefined) return;
    const {
      capture = false,
      once = false,
      passive = false,
      signal,
    } = typeof options === 'boolean' ? { capture: options } : (options ?? {});
    const known = this.#listeners.get(String(type)) ?? [];
    if (signal?.aborted === true || known.some((entry) => entry.listener === listener && entry.capture === capture))
      return;
    this.#listeners.set(String(type), [...known, { listener, capture, once, passive, removed: false }]);
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener, { capture }), { once: true });
  }

  removeEventListener(type: unknown, listener: Listener | null, options: Options | boolean = {}): void {
    const capture = typeof options === 'boolean' ? options : (options?.capture ?? false);
    const known = this.#listeners.get(String(type)) ?? [];
    const found = known.find((entry) => entry.listener === listener && entry.capture === capture);
    if (found === undefined) return;
    found.removed = true;
    this.#listeners.set(
      String(type),
      known.filter((entry) => entry !== found),
    );
  }

  dispatchEvent(event: Event): boolean {
    const dispatch = dispatchOf(event);
    if (dispatch.phase !== 0) {
      throw Object.assign(new Error('The event is already being dispatched'), { code: 'ERR_EVENT_RECURSION' });
    }
    Object.assign(dispatch, { target: this, phase: 2 });
    for (const entry of this.#listeners.get(event.type) ?? []) {
      if (dispatch.stopped) break;
      if (!entry.removed) this.#call(entry, event);
    }
    Object.assign(dispatch, { phase: 0, stopped: false });
    return !event.defaultPrevented;
  }

  #call(entry: Registration, event: Event): void {
    if (entry.once) this.removeEventListener(event.type, entry.listener, { capture: entry.capture });
    const dispatch = dispatchOf(event);
    dispatch.passive = entry.passive;
    try {
      if (typeof entry.listener === 'function') entry.listener.call(this, event);
      else entry.listener.handleEvent(event);
    } catch (error) {
      // As in Node: what a listener throws does not stop the others, and comes up as uncaught.
      queueMicrotask(() => {
        throw error;
      });
    } finally {
      dispatch.passive = false;
    }
  }

  get [Symbol.toStringTag](): string {
    return 'EventTarget';
  }
}
