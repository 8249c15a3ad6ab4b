/** Replaces everything that could tell the machine or the moment by something virtual and fixed. */
import { apply } from '../membrane/natives.ts';
import { structuredClone } from './structured-clone.ts';

type Callback = (...args: unknown[]) => void;

/** What a realm gets its time, chance and output from. */
export interface Source {
  readonly now: () => number;
  readonly performanceNow: () => number;
  /** Gives the timer's number. */
  readonly setTimer: (callback: () => void, ms: number, repeat: boolean) => number;
  readonly clearTimer: (id: unknown) => void;
  readonly random: () => number;
  readonly console: Readonly<Record<string, (...args: unknown[]) => void>>;
}

const RealDate = Date;

function define(owner: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(owner, key, { value, writable: true, enumerable: false, configurable: true });
}

/** `Date` by the virtual clock. */
function installDate(now: () => number): void {
  const VirtualDate = function Date(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  };
  Object.defineProperties(VirtualDate, {
    length: { value: 7 },
    prototype: { value: RealDate.prototype, writable: false },
  });
  define(VirtualDate, 'parse', RealDate.parse);
  define(VirtualDate, 'UTC', RealDate.UTC);
  define(VirtualDate, 'now', () => now());
  define(RealDate.prototype, 'constructor', VirtualDate);
  define(globalThis, 'Date', VirtualDate);
}

function installTimers({ setTimer, clearTimer }: Source): void {
  const timer =
    (repeat: boolean) =>
    (callback: Callback, ms?: number, ...args: unknown[]): number => {
      if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function.');
      return setTimer(() => apply(callback as never, undefined, args), ms ?? 0, repeat);
    };
  const setTimeout = timer(false);
  const clear = (id?: unknown): void => clearTimer(id);
  const globals: Record<string, unknown> = {
    setTimeout,
    setInterval: timer(true),
    setImmediate: (callback: Callback, ...args: unknown[]) => setTimeout(callback, 0, ...args),
    clearTimeout: (id?: unknown) => clear(id),
    clearInterval: (id?: unknown) => clear(id),
    clearImmediate: (id?: unknown) => clear(id),
    queueMicrotask: (task: Callback) => void Promise.resolve().then(() => task()),
    structuredClone,
  };
  for (const [name, value] of Object.entries(globals)) define(globalThis, name, value);
}

/** Takes away resizable buffers, which no heap limit counts. */
function installFixedBuffers(): void {
  for (const name of ['resize', 'resizable', 'maxByteLength']) Reflect.deleteProperty(ArrayBuffer.prototype, name);
  const RealBuffer = ArrayBuffer;
  const FixedBuffer = function ArrayBuffer(this: unknown, length: number): unknown {
    if (new.target === undefined) throw new TypeError("Constructor ArrayBuffer requires 'new'");
    return Reflect.construct(RealBuffer, [length], new.target);
  };
  Object.defineProperties(FixedBuffer, {
    prototype: { value: RealBuffer.prototype, writable: false },
    isView: Object.getOwnPropertyDescriptor(RealBuffer, 'isView') ?? {},
  });
  Object.defineProperty(FixedBuffer, Symbol.species, { get: () => FixedBuffer });
  define(RealBuffer.prototype, 'constructor', FixedBuffer);
  define(globalThis, 'ArrayBuffer', FixedBuffer);
}

/** To be called once, while a snapshot is made. */
export function installPlatform(source: Source): void {
  installDate(source.now);
  installTimers(source);
  installFixedBuffers();
  const performance = {};
  define(performance, 'now', () => source.performanceNow());
  define(performance, 'timeOrigin', source.now());
  define(globalThis, 'performance', performance);
  const console = {};
  for (const [name, method] of Object.entries(source.console)) define(console, name, method);
  define(globalThis, 'console', console);
  define(globalThis, 'global', globalThis);
  define(Math, 'random', source.random);
  Object.defineProperty(InertRegistry, 'name', { value: 'FinalizationRegistry' });
  define(globalThis, 'FinalizationRegistry', InertRegistry);
}

/** Its callbacks, which nothing ever promised to call, would run in somebody else's time. */
class InertRegistry {
  register(): void {}
  unregister(): boolean {
    return false;
  }
}

/** Memory and clocks that no limit counts. */
const uncounted: readonly string[] = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];

/** To be called in a fresh context: V8 looks for these globals while it makes one from a snapshot. */
export function removeUncounted(): void {
  for (const name of uncounted) Reflect.deleteProperty(globalThis, name);
}
