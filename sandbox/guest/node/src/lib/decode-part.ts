interface Options {
  readonly decodeURIComponent?: (text: string) => string;
}

/** How the parts of a query are decoded: what is encoded badly is decoded byte by byte. */
export function decoder(options: Options | undefined): (text: string) => string {
  const decode = options?.decodeURIComponent ?? decodeURIComponent;
  return (text) => {
    try {
      return decode(text);
    } catch {
      return /%[\da-f]{2}/i.test(text) ? decodeBytes(text) : text;
    }
  };
}

/** Decodes each percent-encoded byte that there is, and takes of every other character the lower byte, as Node does. */
export function decodeBytes(text: string): string {
  const octets = text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return offered('buffer').Buffer.from(octets, 'latin1').toString('utf8');
}
