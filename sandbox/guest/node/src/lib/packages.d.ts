// The packages that are bundled, as far as they are used here.

declare module 'assert/build/assert.js' {
  const assert: Record<string, unknown>;
  export default assert;
}
declare module 'assert/build/internal/util/comparisons.js' {
  const comparisons: Record<'isDeepEqual' | 'isDeepStrictEqual', Comparison>;
  export default comparisons;
}
declare module 'buffer/index.js' {
  const buffer: { Buffer: NodeBuffer; SlowBuffer: unknown };
  export default buffer;
}
declare module 'events/events.js' {
  import type { EmitterClass } from './emitter.ts';

  const EventEmitter: EmitterClass;
  export default EventEmitter;
}
declare module 'path-browserify' {
  const path: Record<string, unknown>;
  export default path;
}
declare module 'querystring-es3/encode.js' {
  const encode: (fields: unknown, separator?: string, equals?: string) => string;
  export default encode;
}
declare module 'querystring-es3/decode.js' {
  const decode: unknown;
  export default decode;
}
declare module 'string_decoder/lib/string_decoder.js' {
  const module: { StringDecoder: unknown };
  export default module;
}
declare module 'url/url.js' {
  type UrlFunction = (...args: unknown[]) => unknown;
  const url: Record<'parse' | 'resolve' | 'resolveObject' | 'format' | 'Url', UrlFunction>;
  export default url;
}
declare module 'util/util.js' {
  type UtilFunction = (...args: never[]) => unknown;
  const util: Record<'callbackify' | 'deprecate' | 'debuglog' | 'inherits' | '_extend', UtilFunction> & {
    promisify: ((original: unknown) => unknown) & { custom: symbol };
  };
  export default util;
}
declare module 'node-inspect-extracted' {
  const inspection: InspectModule;
  export default inspection;
}
declare module 'core-js/modules/*';
declare module 'core-js/internals/global-this.js' {
  const privateGlobal: { URL: UrlClass; URLSearchParams: { prototype: object } };
  export default privateGlobal;
}
declare module 'punycode/punycode.js' {
  const punycode: { toUnicode(domain: string): string };
  export default punycode;
}
declare module '@noble/hashes/*' {
  export const hmac: Hmac;
  export const md5: HashFunction;
  export const ripemd160: HashFunction;
  export const sha1: HashFunction;
  export const sha224: HashFunction;
  export const sha256: HashFunction;
  export const sha384: HashFunction;
  export const sha512: HashFunction;
  export const sha512_224: HashFunction;
  export const sha512_256: HashFunction;
}
