import { fillRandomly, randomUuid } from './lib/random.ts';

const MAX_BYTES = 65_536;

function getRandomValues<T>(view: T): T {
  if (!ArrayBuffer.isView(view) || view instanceof Float32Array || view instanceof Float64Array) {
    throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  }
  if (view.byteLength > MAX_BYTES) {
    throw domException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
  }
  return fillRandomly(view);
}

function domException(message: string, name: string): Error {
  return new (offered('internal/event-target').DOMException)(message, name);
}

/** The global `crypto`: random values that follow the realm's seed, and digests. */
const crypto = {
  getRandomValues,
  randomUUID: randomUuid,
  subtle: {
    async digest(algorithm: string | { name: string }, data: ArrayBuffer | ArrayBufferView): Promise<ArrayBuffer> {
      const name = (typeof algorithm === 'string' ? algorithm : algorithm.name).toUpperCase();
      const digest = Reflect.get(digests, name) as (() => HashFunction | undefined) | undefined;
      const hash = digest?.();
      if (hash === undefined) throw domException('Unrecognized algorithm name', 'NotSupportedError');
      const bytes = ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
      return hash(bytes).slice().buffer;
    },
  },
};

const digests: Record<string, () => HashFunction | undefined> = {
  'SHA-1': () => offered('internal/legacy-hashes')['sha1'],
  'SHA-256': () => offered('internal/sha256')['sha256'],
  'SHA-384': () => offered('internal/sha512')['sha384'],
  'SHA-512': () => offered('internal/sha512')['sha512'],
};

export default { crypto } as unknown;
