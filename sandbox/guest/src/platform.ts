import { clock } from './clock.ts';
import { consoleMethods } from './console.ts';
import { random } from './random.ts';
import { defineSlot } from './slots.ts';
import { structuredClone } from './structured-clone.ts';

type Callback = (...args: unknown[]) => void;

const RealDate = Date;

/** `Date` by the virtual clock. */
function VirtualDate(this: unknown, ...args: unknown[]): unknown {
  if (new.target === undefined) return new RealDate(clock.now()).toString();
  return Reflect.construct(RealDate, args.length === 0 ? [clock.now()] : args, new.target);
}

function installDate(): void {
  Object.defineProperties(VirtualDate, {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: RealDate.prototype, writable: false },
    parse: { value: RealDate.parse },
    UTC: { value: RealDate.UTC },
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate });
  defineSlot(VirtualDate, 'now', () => clock.now());
  Object.defineProperty(globalThis, 'Date', { value: VirtualDate });
}

function timer(repeat: boolean): (callback: Callback, ms?: number, ...args: unknown[]) => number {
  return (callback, ms, ...args) => {
    if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function.');
    return clock.set(() => callback(...args), { ms: ms ?? 0, repeat });
  };
}

function installTimers(): void {
  const clear = (id: unknown): void => clock.clear(id);
  const setTimeout = timer(false);
  const globals: Record<string, unknown> = {
    setTimeout,
    setInterval: timer(true),
    setImmediate: (callback: Callback, ...args: unknown[]) => setTimeout(callback, 0, ...args),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
    queueMicrotask: (task: Callback) => void Promise.resolve().then(() => task()),
    structuredClone,
  };
  for (const [name, value] of Object.entries(globals)) {
    Reflect.deleteProperty(globalThis, name);
    defineSlot(globalThis, name, value);
  }
}

function installConsole(): void {
  const console = {};
  for (const [name, method] of Object.entries(consoleMethods)) defineSlot(console, name, method);
  Object.defineProperty(globalThis, 'console', { value: console, enumerable: false });
}

function installPerformance(): void {
  const performance = {};
  defineSlot(performance, 'now', () => clock.performanceNow());
  Object.defineProperty(performance, 'timeOrigin', { value: clock.now() });
  Object.defineProperty(globalThis, 'performance', { value: performance, writable: true, configurable: true });
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
  Object.defineProperty(RealBuffer.prototype, 'constructor', { value: FixedBuffer });
  Object.defineProperty(globalThis, 'ArrayBuffer', { value: FixedBuffer });
}

/** Replaces everything that could tell the machine or the moment by something virtual and fixed. */
export function installPlatform(): void {
  installDate();
  installTimers();
  installConsole();
  installPerformance();
  installFixedBuffers();
  defineSlot(Math, 'random', random);
}
