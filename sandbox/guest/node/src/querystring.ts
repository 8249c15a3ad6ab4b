import encode from 'querystring-es3/encode.js';
import parse from 'querystring-es3/decode.js';
import { decodeBytes, decoder } from './lib/decode-part.ts';

interface Options {
  readonly encodeURIComponent?: (text: string) => string;
}
type Stringify = (fields: unknown, separator?: string, equals?: string, options?: Options) => string;

/** `querystring.stringify`; the package knows no encoder but the usual one. */
const stringify: Stringify = (fields, separator, equals, options) => {
  const { encodeURIComponent: custom } = options ?? {};
  if (custom === undefined) return encode(fields, separator, equals);
  const parts = encode(fields, '&', '=').split('&');
  const recode = (part: string): string =>
    part
      .split('=')
      .map((text) => custom(decodeURIComponent(text)))
      .join(equals ?? '=');
  return parts.map(recode).join(separator ?? '&');
};

function unescapeBuffer(text: string): object {
  return offered('buffer').Buffer.from(decodeBytes(text), 'utf8');
}

const exports = {
  unescapeBuffer,
  unescape: decoder(undefined),
  escape: (value: unknown): string => encodeURIComponent(String(value)),
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};

export default exports as unknown;
