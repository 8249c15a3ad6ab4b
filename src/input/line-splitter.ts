export interface Line {
  /** From 1; empty lines count too. */
  readonly number: number;
  /** Without its end; undefined when the line is longer than the limit. */
  readonly bytes: Buffer | undefined;
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/** Cuts a stream of bytes into lines, however it is chunked, and never holds more of a line than the limit. */
export class LineSplitter {
  readonly #maxBytes: number;
  #number = 1;
  #parts: Buffer[] = [];
  #held = 0;
  #isTooLong = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that end in this chunk. They may share its memory. */
  *push(chunk: Buffer): Generator<Line> {
    let from = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      this.#hold(chunk.subarray(from, end));
      yield this.#take();
      from = end + 1;
    }
    this.#hold(chunk.subarray(from));
  }

  /** The last line, where the stream does not end with a newline. */
  *end(): Generator<Line> {
    if (this.#held > 0 || this.#isTooLong) yield this.#take();
  }

  #hold(part: Buffer): void {
    if (part.length === 0 || this.#isTooLong) return;
    this.#held += part.length;
    this.#isTooLong = this.#held > this.#maxBytes;
    if (this.#isTooLong) this.#parts = [];
    else this.#parts.push(part);
  }

  #take(): Line {
    const line = { number: this.#number, bytes: this.#isTooLong ? undefined : withoutReturn(joined(this.#parts)) };
    this.#number += 1;
    this.#parts = [];
    this.#held = 0;
    this.#isTooLong = false;
    return line;
  }
}

function joined(parts: readonly Buffer[]): Buffer {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
}
