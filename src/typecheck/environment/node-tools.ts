/** The other modules of Node, as far as the sandbox has them. */
export const nodeTools: string = `
declare module 'assert' {
  function assert(value: unknown, message?: string | Error): asserts value;
  namespace assert {
    type Expected = RegExp | Error | object | (new (...args: any[]) => object) | ((thrown: any) => boolean);
    class AssertionError extends Error {
      constructor(options?: { message?: string; actual?: unknown; expected?: unknown; operator?: string; stackStartFn?: Function });
      actual: unknown;
      code: 'ERR_ASSERTION';
      expected: unknown;
      generatedMessage: boolean;
      operator: string;
    }
    function fail(message?: string | Error): never;
    function ok(value: unknown, message?: string | Error): asserts value;
    function equal(actual: unknown, expected: unknown, message?: string | Error): void;
    function notEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function notDeepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function strictEqual<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T;
    function notStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function deepStrictEqual<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T;
    function notDeepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    function throws(block: () => unknown, message?: string | Error): void;
    function throws(block: () => unknown, expected: Expected, message?: string | Error): void;
    function doesNotThrow(block: () => unknown, message?: string | Error): void;
    function doesNotThrow(block: () => unknown, expected: Expected, message?: string | Error): void;
    function rejects(block: (() => Promise<unknown>) | Promise<unknown>, message?: string | Error): Promise<void>;
    function rejects(block: (() => Promise<unknown>) | Promise<unknown>, expected: Expected, message?: string | Error): Promise<void>;
    function doesNotReject(block: (() => Promise<unknown>) | Promise<unknown>, message?: string | Error): Promise<void>;
    function doesNotReject(block: (() => Promise<unknown>) | Promise<unknown>, expected: Expected, message?: string | Error): Promise<void>;
    function ifError(value: unknown): asserts value is null | undefined;
    function match(text: string, pattern: RegExp, message?: string | Error): void;
    function doesNotMatch(text: string, pattern: RegExp, message?: string | Error): void;
    function partialDeepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
    const strict: typeof assert;
  }
  export = assert;
}
declare module 'assert/strict' {
  import { strict } from 'assert';
  export = strict;
}
declare module 'crypto' {
  type Bytes = string | ArrayBufferView;
  type Digest = 'base64' | 'base64url' | 'hex' | 'binary' | 'latin1';
  export interface Hash {
    copy(): Hash;
    update(data: Bytes, encoding?: BufferEncoding): this;
    digest(): Buffer;
    digest(encoding: Digest): string;
  }
  export interface Hmac {
    update(data: Bytes, encoding?: BufferEncoding): this;
    digest(): Buffer;
    digest(encoding: Digest): string;
  }
  export function createHash(algorithm: string): Hash;
  export function createHmac(algorithm: string, key: Bytes): Hmac;
  export function getHashes(): string[];
  export function getRandomValues<T extends ArrayBufferView>(into: T): T;
  export function hash(algorithm: string, data: Bytes, encoding?: Digest): string;
  type Callback<T> = (error: null, value: T) => void;
  export function randomBytes(size: number): Buffer;
  export function randomBytes(size: number, callback: Callback<Buffer>): void;
  export function randomFillSync<T extends ArrayBufferView>(into: T, offset?: number, size?: number): T;
  export function randomInt(max: number): number;
  export function randomInt(min: number, max: number): number;
  export function randomInt(max: number, callback: Callback<number>): void;
  export function randomInt(min: number, max: number, callback: Callback<number>): void;
  export function randomUUID(): ReturnType<Crypto['randomUUID']>;
  export function timingSafeEqual(a: ArrayBufferView, b: ArrayBufferView): boolean;
  export const subtle: Crypto['subtle'];
  export const webcrypto: Crypto;
}
declare module 'events' {
  class EventEmitter {
    static captureRejections: boolean;
    static readonly captureRejectionSymbol: unique symbol;
    static defaultMaxListeners: number;
    static readonly errorMonitor: unique symbol;
    static addAbortListener(signal: AbortSignal, listener: (...args: any[]) => void): Disposable;
    static getEventListeners(emitter: EventEmitter, event: string | symbol): Function[];
    static getMaxListeners(emitter: EventEmitter): number;
    static listenerCount(emitter: EventEmitter, event: string | symbol): number;
    static on(emitter: EventEmitter, event: string | symbol, options?: { signal?: AbortSignal }): AsyncIterableIterator<any[]>;
    static once(emitter: EventEmitter, event: string | symbol, options?: { signal?: AbortSignal }): Promise<any[]>;
    static setMaxListeners(count: number, ...emitters: EventEmitter[]): void;
    addListener(event: string | symbol, listener: (...args: any[]) => void): this;
    emit(event: string | symbol, ...args: any[]): boolean;
    eventNames(): (string | symbol)[];
    getMaxListeners(): number;
    listenerCount(event: string | symbol, listener?: Function): number;
    listeners(event: string | symbol): Function[];
    off(event: string | symbol, listener: (...args: any[]) => void): this;
    on(event: string | symbol, listener: (...args: any[]) => void): this;
    once(event: string | symbol, listener: (...args: any[]) => void): this;
    prependListener(event: string | symbol, listener: (...args: any[]) => void): this;
    prependOnceListener(event: string | symbol, listener: (...args: any[]) => void): this;
    rawListeners(event: string | symbol): Function[];
    removeAllListeners(event?: string | symbol): this;
    removeListener(event: string | symbol, listener: (...args: any[]) => void): this;
    setMaxListeners(count: number): this;
  }
  namespace EventEmitter {
    export { EventEmitter };
  }
  export = EventEmitter;
}
declare module 'perf_hooks' {
  export const performance: Performance;
}
declare module 'timers' {
  export const setTimeout: typeof globalThis.setTimeout;
  export const setInterval: typeof globalThis.setInterval;
  export const setImmediate: typeof globalThis.setImmediate;
  export const clearTimeout: typeof globalThis.clearTimeout;
  export const clearInterval: typeof globalThis.clearInterval;
  export const clearImmediate: typeof globalThis.clearImmediate;
  export * as promises from 'timers/promises';
}
declare module 'timers/promises' {
  interface Options {
    signal?: AbortSignal;
  }
  export function setTimeout<T = void>(ms?: number, value?: T, options?: Options): Promise<T>;
  export function setImmediate<T = void>(value?: T, options?: Options): Promise<T>;
  export function setInterval<T = void>(ms?: number, value?: T, options?: Options): AsyncIterableIterator<T>;
  export const scheduler: { wait(ms: number, options?: Options): Promise<void>; yield(): Promise<void> };
}
declare module 'util' {
  export interface InspectOptions {
    breakLength?: number;
    colors?: boolean;
    compact?: boolean | number;
    customInspect?: boolean;
    depth?: number | null;
    getters?: boolean | 'get' | 'set';
    maxArrayLength?: number | null;
    maxStringLength?: number | null;
    numericSeparator?: boolean;
    showHidden?: boolean;
    showProxy?: boolean;
    sorted?: boolean | ((a: string, b: string) => number);
  }
  export function inspect(value: unknown, options?: InspectOptions): string;
  export function inspect(value: unknown, showHidden?: boolean, depth?: number | null, colors?: boolean): string;
  export namespace inspect {
    const custom: unique symbol;
    let defaultOptions: InspectOptions;
  }
  export function format(format?: unknown, ...values: unknown[]): string;
  export function isDeepStrictEqual(a: unknown, b: unknown): boolean;
  export function inherits(constructor: unknown, parent: unknown): void;
  export function deprecate<T extends Function>(of: T, message: string, code?: string): T;
  export function debuglog(section: string): (message: string, ...values: unknown[]) => void;
  type Callback<Result> = (error: any, result: Result) => void;
  export function promisify<Args extends any[], Result>(of: (...args: [...Args, Callback<Result>]) => void): (...args: Args) => Promise<Result>;
  export function promisify(of: Function): Function;
  export namespace promisify {
    const custom: unique symbol;
  }
  export function callbackify<Args extends any[], Result>(of: (...args: Args) => Promise<Result>): (...args: [...Args, Callback<Result>]) => void;
  export const TextDecoder: typeof globalThis.TextDecoder;
  export const TextEncoder: typeof globalThis.TextEncoder;
  export function formatWithOptions(options: InspectOptions, format?: unknown, ...values: unknown[]): string;
  export function isArray(value: unknown): value is any[];
  export function stripVTControlCharacters(text: string): string;
  export function styleText(format: string | readonly string[], text: string, options?: object): string;
  export function toUSVString(text: string): string;
  export const debug: typeof debuglog;
  export * as types from 'util/types';
}
declare module 'util/types' {
  export function isAnyArrayBuffer(value: unknown): value is ArrayBuffer;
  export function isArrayBuffer(value: unknown): value is ArrayBuffer;
  export function isArrayBufferView(value: unknown): value is ArrayBufferView;
  export function isAsyncFunction(value: unknown): boolean;
  export function isBoxedPrimitive(value: unknown): boolean;
  export function isDataView(value: unknown): value is DataView;
  export function isDate(value: unknown): value is Date;
  export function isGeneratorFunction(value: unknown): boolean;
  export function isGeneratorObject(value: unknown): value is Generator;
  export function isMap(value: unknown): value is Map<unknown, unknown>;
  export function isNativeError(value: unknown): value is Error;
  export function isPromise(value: unknown): value is Promise<unknown>;
  export function isProxy(value: unknown): boolean;
  export function isRegExp(value: unknown): value is RegExp;
  export function isSet(value: unknown): value is Set<unknown>;
  export function isSymbolObject(value: unknown): value is Symbol;
  export function isTypedArray(value: unknown): value is ArrayBufferView;
  export function isUint8Array(value: unknown): value is Uint8Array;
  export function isWeakMap(value: unknown): value is WeakMap<object, unknown>;
  export function isWeakSet(value: unknown): value is WeakSet<object>;
}
`;
