/** Thrown when a frame says that it is longer than may be. */
export class FrameTooLong extends Error {}

const headBytes = 4;

/** A text as it travels: its length in bytes (32 bits, little-endian), then UTF-8. */
export function frameOf(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headBytes + bytes);
  frame.writeUInt32LE(bytes);
  frame.write(text, headBytes);
  return frame;
}

/** Puts the texts of frames together again, from chunks cut anywhere. Holds no more than one frame of the length allowed. */
export class FrameReader {
  /** The longest text that is taken; it may be changed at any time. */
  maxBytes: number;
  #chunks: Buffer[] = [];
  #held = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** The texts that are complete with this chunk. Throws {@link FrameTooLong}; nothing more can be read then. */
  *push(chunk: Buffer): Generator<string> {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    for (let text = this.#take(); text !== undefined; text = this.#take()) yield text;
  }

  #take(): string | undefined {
    if (this.#held < headBytes) return undefined;
    const length = this.#joined(headBytes).readUInt32LE();
    if (length > this.maxBytes)
      throw new FrameTooLong(`a frame of ${length} bytes; at most ${this.maxBytes} are taken`);
    const end = headBytes + length;
    if (this.#held < end) return undefined;
    const bytes = this.#joined(end);
    this.#chunks = [bytes.subarray(end)];
    this.#held -= end;
    return bytes.toString('utf8', headBytes, end);
  }

  /** The first chunk, once it holds at least so many bytes: joining with every chunk would copy a long frame often. */
  #joined(bytes: number): Buffer {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= bytes) return first;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}
