/** Turns bytes into text piece by piece; undefined when they are invalid and that is fatal. */
export interface Decode {
  push(bytes: Uint8Array, isLast: boolean): string | undefined;
}

const CHUNK = 4096;

/** The UTF-8 decoder of the Encoding standard (section 8.1.1). */
export class Utf8 implements Decode {
  readonly #fatal: boolean;
  #point = 0;
  #needed = 0;
  #lower = 0x80;
  #upper = 0xbf;

  constructor(fatal: boolean) {
    this.#fatal = fatal;
  }

  push(bytes: Uint8Array, isLast: boolean): string | undefined {
    let text = '';
    let points: number[] = [];
    let isValid = true;
    const put = (point: number): void => {
      points.push(point);
      if (points.length < CHUNK) return;
      text += String.fromCodePoint(...points);
      points = [];
    };
    const refuse = (): void => {
      isValid = false;
      this.#needed = 0;
      put(0xfffd);
    };
    for (const byte of bytes) {
      if (this.#needed > 0 && (byte < this.#lower || byte > this.#upper)) refuse();
      if (this.#needed > 0) this.#continue(byte, put);
      else if (byte < 0x80) put(byte);
      else if (!this.#lead(byte)) refuse();
    }
    if (isLast && this.#needed > 0) refuse();
    return this.#fatal && !isValid ? undefined : text + String.fromCodePoint(...points);
  }

  #continue(byte: number, put: (point: number) => void): void {
    this.#lower = 0x80;
    this.#upper = 0xbf;
    this.#point = (this.#point << 6) | (byte & 0x3f);
    this.#needed -= 1;
    if (this.#needed === 0) put(this.#point);
  }

  /** Takes the first byte of a longer sequence; false when none begins with it. */
  #lead(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.#needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    this.#point = byte & (0x3f >> this.#needed);
    this.#lower = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#upper = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    return true;
  }
}
