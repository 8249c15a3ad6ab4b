import { invalidArgument, nodeError } from './node-error.ts';

const families: Record<string, () => HashFunction | undefined> = {
  ...family(['md5', 'sha1', 'ripemd160'], (name) => offered('internal/legacy-hashes')[name]),
  ...family(['sha224', 'sha256'], (name) => offered('internal/sha256')[name]),
  ...family(['sha384', 'sha512', 'sha512-224', 'sha512-256'], (name) => offered('internal/sha512')[name]),
};

function family(names: readonly string[], load: (name: string) => HashFunction | undefined): typeof families {
  return Object.fromEntries(names.map((name) => [name, () => load(name)]));
}

/** The names of the hashes that there are. */
export const hashNames: readonly string[] = Object.keys(families);

/** The hash function of a name as Node takes them: `sha256`, `SHA256`, `SHA-256`, `RSA-SHA256`. Undefined if unknown. */
export function findHash(name: string): HashFunction | undefined {
  const plain = name
    .toLowerCase()
    .replace(/^rsa-/, '')
    .replace(/^sha-/, 'sha')
    .replace('/', '-')
    .replace(/^rmd160$/, 'ripemd160');
  return Object.hasOwn(families, plain) ? families[plain]?.() : undefined;
}

/** The bytes of what Node's hashes take: text in an encoding, or any view. Throws on anything else. */
export function toBytes(data: unknown, encoding: unknown, name: string): Uint8Array {
  if (typeof data === 'string') return offered('buffer').Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw invalidArgument(name, 'of type string or an instance of Buffer, TypedArray, or DataView', data);
}

/** A digest as text in an encoding, or as a Buffer without one. */
export function encode(digest: Uint8Array, encoding: unknown): unknown {
  const buffer = offered('buffer').Buffer.from(digest);
  return encoding === undefined || encoding === null || encoding === 'buffer'
    ? buffer
    : buffer.toString(encoding as string);
}

/** Node's `Hash` and `Hmac`: takes data piece by piece and gives the digest once. */
export class Digester {
  #state: HashState | undefined;
  readonly #kind: 'Hash' | 'Hmac';

  constructor(state: HashState, kind: 'Hash' | 'Hmac') {
    this.#state = state;
    this.#kind = kind;
  }

  update(data: unknown, encoding?: unknown): this {
    this.#open().update(toBytes(data, encoding, 'data'));
    return this;
  }

  digest(encoding?: unknown): unknown {
    // Node lets an Hmac be finished twice, and gives nothing the second time.
    if (this.#state === undefined && this.#kind === 'Hmac') return encode(new Uint8Array(0), encoding);
    const state = this.#open();
    this.#state = undefined;
    return encode(state.digest(), encoding);
  }

  copy(): Digester {
    return new Digester(this.#open().clone(), this.#kind);
  }

  #open(): HashState {
    if (this.#state === undefined) throw nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
    return this.#state;
  }
}
