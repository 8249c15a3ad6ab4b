/** The other modules, as far as these here use them. */
interface OfferedModules {
  buffer: { Buffer: NodeBuffer };
  util: object;
  'timers/promises': Record<'setTimeout' | 'setImmediate' | 'setInterval', (...args: unknown[]) => unknown>;
  querystring: object;
  assert: Record<string, unknown> & { strict: object };
  path: { posix: object; resolve(...parts: string[]): string };
  process: object;
  'internal/comparisons': Record<'isDeepEqual' | 'isDeepStrictEqual' | 'isPartiallyEqual', Comparison>;
  'internal/crypto': { crypto: object };
  'internal/encoding': Record<'TextEncoder' | 'TextDecoder' | 'atob' | 'btoa', unknown>;
  'internal/event-target': Record<string, unknown> & { DOMException: DomExceptionClass };
  'internal/inspect': InspectModule;
  'internal/legacy-hashes': Record<string, HashFunction>;
  'internal/sha256': Record<string, HashFunction> & { hmac: Hmac };
  'internal/sha512': Record<string, HashFunction>;
  'internal/types': Record<string, (value: unknown) => boolean>;
  'internal/url': { URL: UrlClass; URLSearchParams: { prototype: object } };
}

type Comparison = (actual: unknown, expected: unknown) => boolean;
type DomExceptionClass = new (message?: string, name?: string) => Error;
type UrlClass = (new (url: string, base?: string) => Record<'href' | 'protocol' | 'hostname' | 'pathname', string>) & {
  prototype: object;
};

interface InspectModule {
  inspect: ((value: unknown, ...options: unknown[]) => string) & {
    colors: Record<string, [number, number] | undefined>;
    styles: Record<string, unknown>;
  };
  format(...args: unknown[]): string;
  formatWithOptions(options: object, ...args: unknown[]): string;
  stripVTControlCharacters(text: string): string;
}

interface NodeBytes extends Uint8Array {
  toString(encoding?: string): string;
}

interface NodeBuffer {
  readonly prototype: NodeBytes & Record<string, unknown>;
  from(value: unknown, encoding?: unknown, length?: unknown): NodeBytes;
  alloc(size: number, fill?: unknown, encoding?: string): NodeBytes;
  isEncoding(encoding: unknown): boolean;
  isBuffer(value: unknown): boolean;
}

/** A hash of @noble/hashes while it is fed. */
interface HashState {
  update(bytes: Uint8Array): HashState;
  digest(): Uint8Array;
  clone(): HashState;
}
interface HashFunction {
  (bytes: Uint8Array): Uint8Array;
  create(): HashState;
}
interface Hmac {
  create(hash: HashFunction, key: Uint8Array): HashState;
}

/** Another of these modules, evaluated at the first call; the loader of the realm gives this function. */
declare function offered<Name extends keyof OfferedModules>(name: Name): OfferedModules[Name];

// What the realm offers besides the language.
declare function setTimeout(callback: (...args: never[]) => void, ms?: number, ...args: unknown[]): unknown;
declare function setInterval(callback: (...args: never[]) => void, ms?: number, ...args: unknown[]): unknown;
declare function setImmediate(callback: (...args: never[]) => void, ...args: unknown[]): unknown;
declare function clearTimeout(timer: unknown): void;
declare function clearInterval(timer: unknown): void;
declare function clearImmediate(timer: unknown): void;
declare function queueMicrotask(task: () => void): void;
declare const console: { log(...values: unknown[]): void; error(...values: unknown[]): void };
declare const performance: { now(): number; readonly timeOrigin?: number };
