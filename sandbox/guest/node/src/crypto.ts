import { defineLate } from './lib/define.ts';
import { Digester, encode, findHash, hashNames, toBytes } from './lib/hash.ts';
import { invalidArgument, nodeError, outOfRange } from './lib/node-error.ts';
import { fillRandomly, randomBelow, randomUuid } from './lib/random.ts';

const MAX_RANGE = 2 ** 48 - 1;

type Callback<T> = (error: null | undefined, value: T) => void;

/** Calls back with the value if there is a callback, and returns it otherwise. */
function deliver<T>(value: T, callback: Callback<T> | undefined, error: null | undefined): T | undefined {
  if (callback === undefined) return value;
  setImmediate(() => callback(error, value));
  return undefined;
}

function createHash(algorithm: unknown): Digester {
  if (typeof algorithm !== 'string') throw invalidArgument('algorithm', 'of type string', algorithm);
  const hash = findHash(algorithm);
  if (hash === undefined) throw new Error('Digest method not supported');
  return new Digester(hash.create(), 'Hash');
}

function createHmac(algorithm: unknown, key: unknown): Digester {
  if (typeof algorithm !== 'string') throw invalidArgument('hmac', 'of type string', algorithm);
  const hash = findHash(algorithm);
  if (hash === undefined) throw nodeError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${algorithm}`);
  return new Digester(offered('internal/sha256').hmac.create(hash, keyBytes(key)), 'Hmac');
}

function keyBytes(key: unknown): Uint8Array {
  if (typeof key === 'string' || ArrayBuffer.isView(key)) return toBytes(key, 'utf8', 'key');
  if (key instanceof ArrayBuffer) return new Uint8Array(key);
  const kinds = 'ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey';
  throw invalidArgument('key', `of type string or an instance of ${kinds}`, key);
}

function hash(algorithm: string, data: unknown, encoding: unknown = 'hex'): unknown {
  return createHash(algorithm).update(data).digest(encoding);
}

function randomBytes(size: number, callback?: Callback<Uint8Array>): Uint8Array | undefined {
  if (typeof size !== 'number') throw invalidArgument('size', 'of type number', size);
  if (!Number.isInteger(size) || size < 0 || size > 2 ** 31 - 1)
    throw outOfRange('size', '>= 0 && <= 2147483647', size);
  return deliver(fillRandomly(offered('buffer').Buffer.alloc(size)), callback, null);
}

function randomFillSync<T extends ArrayBufferView>(view: T, offset = 0, size = view.byteLength - offset): T {
  fillRandomly(new Uint8Array(view.buffer, view.byteOffset + offset, size));
  return view;
}

function randomInt(...args: unknown[]): number | undefined {
  const callback = args.find((arg) => typeof arg === 'function') as Callback<number> | undefined;
  const limits = args.filter((arg) => typeof arg !== 'function');
  const [min, max] = limits.length > 1 ? limits : [0, limits[0]];
  if (!Number.isSafeInteger(min)) throw invalidArgument('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw invalidArgument('max', 'a safe integer', max);
  const [low, high] = [min as number, max as number];
  if (high <= low) throw outOfRange('max', `greater than the value of "min" (${low})`, high);
  if (high - low > MAX_RANGE) throw outOfRange('max - min', `<= ${MAX_RANGE}`, high - low);
  return deliver(randomBelow(low, high), callback, undefined);
}

function viewBytes(view: unknown, name: string): Uint8Array {
  if (view instanceof ArrayBuffer) return new Uint8Array(view);
  if (ArrayBuffer.isView(view)) return toBytes(view, 'buffer', name);
  const message = `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`;
  throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
}

function timingSafeEqual(left: unknown, right: unknown): boolean {
  const [a, b] = [viewBytes(left, 'buf1'), viewBytes(right, 'buf2')];
  if (a.length !== b.length) {
    const message = 'Input buffers must have the same byte length';
    throw nodeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', message);
  }
  return encode(a, 'hex') === encode(b, 'hex');
}

const exports = {
  createHash,
  createHmac,
  getHashes: (): string[] => [...hashNames],
  hash,
  randomBytes,
  randomFillSync,
  randomInt,
  randomUUID: (): string => randomUuid(),
  timingSafeEqual,
};

defineLate(exports, {
  getRandomValues: () => (offered('internal/crypto').crypto as { getRandomValues: unknown }).getRandomValues,
  subtle: () => (offered('internal/crypto').crypto as { subtle: unknown }).subtle,
  webcrypto: () => offered('internal/crypto').crypto,
});

export default exports as unknown;
