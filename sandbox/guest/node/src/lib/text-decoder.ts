import { nodeError } from './node-error.ts';
import { Utf8, type Decode } from './utf-8.ts';

const labels: Record<string, 'utf-8' | 'utf-16le' | 'windows-1252'> = {
  ...Object.fromEntries(['utf-8', 'utf8', 'unicode-1-1-utf-8'].map((label) => [label, 'utf-8'])),
  ...Object.fromEntries(['utf-16le', 'utf-16', 'ucs-2', 'unicode', 'csunicode'].map((label) => [label, 'utf-16le'])),
  ...Object.fromEntries(
    ['latin1', 'ascii', 'us-ascii', 'iso-8859-1', 'windows-1252'].map((label) => [label, 'windows-1252']),
  ),
};

/** The part of windows-1252 that is not Latin-1: bytes 0x80 to 0x9f. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

class Utf16 implements Decode {
  #rest: number[] = [];

  push(bytes: Uint8Array, isLast: boolean): string | undefined {
    const all = [...this.#rest, ...bytes];
    let text = '';
    for (let index = 0; index + 1 < all.length; index += 2)
      text += String.fromCharCode((all[index] ?? 0) | ((all[index + 1] ?? 0) << 8));
    this.#rest = all.length % 2 === 1 ? all.slice(-1) : [];
    if (!isLast && /[\ud800-\udbff]$/.test(text)) {
      this.#rest = all.slice(-2 - this.#rest.length);
      text = text.slice(0, -1);
    }
    // Half a pair before half a unit is one error, as the end comes once.
    if (isLast && this.#rest.length > 0) text = text.replace(/[\ud800-\udbff]?$/, '\ufffd');
    return text.toWellFormed();
  }
}

class Western implements Decode {
  push(bytes: Uint8Array): string {
    return Array.from(bytes, (byte) =>
      byte >= 0x80 && byte < 0xa0 ? western[byte - 0x80] : String.fromCharCode(byte),
    ).join('');
  }
}

interface Options {
  readonly fatal?: boolean;
  readonly ignoreBOM?: boolean;
}

/** The web's `TextDecoder` for UTF-8, UTF-16 and windows-1252. */
export class TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  #decode: Decode | undefined;
  #isStart = true;

  constructor(label: unknown = 'utf-8', { fatal = false, ignoreBOM = false }: Options = {}) {
    const encoding = labels[String(label).trim().toLowerCase()];
    if (encoding === undefined) {
      throw nodeError(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${String(label)}" encoding is not supported`);
    }
    this.encoding = encoding;
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
    for (const name of ['encoding', 'fatal', 'ignoreBOM']) Object.defineProperty(this, name, { enumerable: false });
  }

  decode(
    input: ArrayBuffer | ArrayBufferView = new Uint8Array(0),
    { stream = false }: { stream?: boolean } = {},
  ): string {
    const bytes = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    this.#decode ??= this.#start();
    const text = this.#decode.push(bytes, !stream);
    if (!stream || text === undefined) this.#decode = undefined;
    if (text === undefined || (this.fatal && text.includes('\ufffd') && this.encoding === 'utf-16le')) {
      throw nodeError(
        TypeError,
        'ERR_ENCODING_INVALID_ENCODED_DATA',
        `The encoded data was not valid for encoding ${this.encoding}`,
      );
    }
    return this.#withoutMark(text);
  }

  #start(): Decode {
    this.#isStart = true;
    if (this.encoding === 'utf-8') return new Utf8(this.fatal);
    return this.encoding === 'utf-16le' ? new Utf16() : new Western();
  }

  #withoutMark(text: string): string {
    const hasMark = this.#isStart && !this.ignoreBOM && text.startsWith('\ufeff');
    if (text !== '') this.#isStart = false;
    return hasMark ? text.slice(1) : text;
  }

  get [Symbol.toStringTag](): string {
    return 'TextDecoder';
  }
}
