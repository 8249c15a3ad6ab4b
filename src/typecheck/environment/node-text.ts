/** Modules of Node about text and bytes, as far as the sandbox has them. */
export const nodeText: string = `
type BufferEncoding =
  | 'ascii' | 'utf8' | 'utf-8' | 'utf16le' | 'utf-16le' | 'ucs2' | 'ucs-2' | 'base64' | 'base64url' | 'latin1' | 'binary' | 'hex';
interface Buffer extends Uint8Array<ArrayBuffer> {
  compare(other: Uint8Array): -1 | 0 | 1;
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number;
  equals(other: Uint8Array): boolean;
  fill(value: string | number | Uint8Array, start?: number, end?: number): this;
  includes(value: string | number | Uint8Array, from?: number, encoding?: BufferEncoding): boolean;
  indexOf(value: string | number | Uint8Array, from?: number, encoding?: BufferEncoding): number;
  lastIndexOf(value: string | number | Uint8Array, from?: number, encoding?: BufferEncoding): number;
  readBigInt64BE(offset?: number): bigint;
  readBigInt64LE(offset?: number): bigint;
  readBigUInt64BE(offset?: number): bigint;
  readBigUInt64LE(offset?: number): bigint;
  readDoubleBE(offset?: number): number;
  readDoubleLE(offset?: number): number;
  readFloatBE(offset?: number): number;
  readFloatLE(offset?: number): number;
  readInt8(offset?: number): number;
  readInt16BE(offset?: number): number;
  readInt16LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readUInt8(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readIntBE(offset: number, bytes: number): number;
  readIntLE(offset: number, bytes: number): number;
  readUIntBE(offset: number, bytes: number): number;
  readUIntLE(offset: number, bytes: number): number;
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  swap16(): Buffer;
  swap32(): Buffer;
  swap64(): Buffer;
  toJSON(): { type: 'Buffer'; data: number[] };
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  write(text: string, encoding?: BufferEncoding): number;
  write(text: string, offset: number, encoding?: BufferEncoding): number;
  write(text: string, offset: number, length: number, encoding?: BufferEncoding): number;
  writeBigInt64BE(value: bigint, offset?: number): number;
  writeBigInt64LE(value: bigint, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
  writeBigUInt64LE(value: bigint, offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
  writeDoubleLE(value: number, offset?: number): number;
  writeFloatBE(value: number, offset?: number): number;
  writeFloatLE(value: number, offset?: number): number;
  writeInt8(value: number, offset?: number): number;
  writeInt16BE(value: number, offset?: number): number;
  writeInt16LE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeInt32LE(value: number, offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt16LE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeIntBE(value: number, offset: number, bytes: number): number;
  writeIntLE(value: number, offset: number, bytes: number): number;
  writeUIntBE(value: number, offset: number, bytes: number): number;
  writeUIntLE(value: number, offset: number, bytes: number): number;
}
interface BufferConstructor {
  readonly prototype: Buffer;
  alloc(size: number, fill?: string | number | Uint8Array, encoding?: BufferEncoding): Buffer;
  allocUnsafe(size: number): Buffer;
  byteLength(text: string | ArrayBufferLike | ArrayBufferView, encoding?: BufferEncoding): number;
  compare(a: Uint8Array, b: Uint8Array): -1 | 0 | 1;
  concat(list: readonly Uint8Array[], length?: number): Buffer;
  from(data: ArrayBuffer, offset?: number, length?: number): Buffer;
  from(data: Iterable<number> | ArrayLike<number> | { valueOf(): string }): Buffer;
  from(text: string, encoding?: BufferEncoding): Buffer;
  isBuffer(value: unknown): value is Buffer;
  isEncoding(name: string): name is BufferEncoding;
}
declare var Buffer: BufferConstructor;

declare module 'buffer' {
  export const Buffer: BufferConstructor;
  export type Buffer = globalThis.Buffer;
  export const constants: { readonly MAX_LENGTH: number; readonly MAX_STRING_LENGTH: number };
  export const kMaxLength: number;
  export const kStringMaxLength: number;
  export function isAscii(bytes: Uint8Array): boolean;
  export function isUtf8(bytes: Uint8Array): boolean;
  export const atob: typeof globalThis.atob;
  export const btoa: typeof globalThis.btoa;
}
declare module 'string_decoder' {
  export class StringDecoder {
    constructor(encoding?: BufferEncoding);
    write(bytes: Uint8Array): string;
    end(bytes?: Uint8Array): string;
  }
}
declare module 'path' {
  namespace path {
    interface ParsedPath {
      root: string;
      dir: string;
      base: string;
      ext: string;
      name: string;
    }
    type FormatInputPathObject = Partial<ParsedPath>;
    interface PlatformPath {
      readonly delimiter: ':' | ';';
      readonly sep: '/' | '\\\\';
      readonly posix: PlatformPath;
      basename(path: string, suffix?: string): string;
      dirname(path: string): string;
      extname(path: string): string;
      format(path: FormatInputPathObject): string;
      isAbsolute(path: string): boolean;
      join(...paths: string[]): string;
      normalize(path: string): string;
      parse(path: string): ParsedPath;
      relative(from: string, to: string): string;
      resolve(...paths: string[]): string;
      toNamespacedPath(path: string): string;
    }
  }
  const path: path.PlatformPath;
  export = path;
}
declare module 'path/posix' {
  import path = require('path');
  export = path;
}
declare module 'querystring' {
  export type ParsedUrlQuery = Record<string, string | string[] | undefined>;
  export function escape(text: string): string;
  export function unescape(text: string): string;
  export function parse(text: string, separator?: string, equals?: string, options?: { maxKeys?: number; decodeURIComponent?: (text: string) => string }): ParsedUrlQuery;
  export function stringify(query?: object, separator?: string, equals?: string, options?: { encodeURIComponent?: (text: string) => string }): string;
  export const decode: typeof parse;
  export const encode: typeof stringify;
}
declare module 'url' {
  import type { ParsedUrlQuery } from 'querystring';
  export const URL: typeof globalThis.URL;
  export type URL = globalThis.URL;
  export const URLSearchParams: typeof globalThis.URLSearchParams;
  export type URLSearchParams = globalThis.URLSearchParams;
  export interface Url<Query = string | ParsedUrlQuery | null> {
    auth: string | null;
    hash: string | null;
    host: string | null;
    hostname: string | null;
    href: string;
    path: string | null;
    pathname: string | null;
    port: string | null;
    protocol: string | null;
    query: Query;
    search: string | null;
    slashes: boolean | null;
  }
  export type UrlWithStringQuery = Url<string | null>;
  export type UrlWithParsedQuery = Url<ParsedUrlQuery>;
  export type UrlObject = { [Key in keyof Url]?: Url[Key] | number | undefined };
  export function parse(url: string, parseQuery?: false, slashes?: boolean): UrlWithStringQuery;
  export function parse(url: string, parseQuery: true, slashes?: boolean): UrlWithParsedQuery;
  export function format(url: URL | UrlObject | string): string;
  export function resolve(from: string, to: string): string;
  export function domainToASCII(domain: string): string;
  export function domainToUnicode(domain: string): string;
  export function fileURLToPath(url: string | URL): string;
  export function pathToFileURL(path: string): URL;
}
`;
