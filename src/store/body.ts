import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Packs a JSON value for a body column. */
export function pack(value: unknown): Uint8Array {
  return zstdCompressSync(Buffer.from(JSON.stringify(value)));
}

/** Unpacks what `pack` wrote. The caller names the type that it packed under the same key. */
export function unpack<T>(body: Uint8Array): T {
  return JSON.parse(zstdDecompressSync(body).toString('utf8')) as T;
}
