/** The web's `TextEncoder`: text to UTF-8. */
export class TextEncoder {
  get encoding(): string {
    return 'utf-8';
  }

  encode(text: unknown = ''): Uint8Array {
    // Percent-encoding is the language's own way to UTF-8; it knows no lone surrogates.
    const octets = unescape(encodeURIComponent(String(text).toWellFormed()));
    const bytes = new Uint8Array(octets.length);
    for (let index = 0; index < octets.length; index += 1) bytes[index] = octets.charCodeAt(index);
    return bytes;
  }

  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    let [read, written] = [0, 0];
    for (const char of text) {
      const encoded = this.encode(char);
      if (written + encoded.length > bytes.length) break;
      bytes.set(encoded, written);
      read += char.length;
      written += encoded.length;
    }
    return { read, written };
  }

  get [Symbol.toStringTag](): string {
    return 'TextEncoder';
  }
}

declare function unescape(text: string): string;
