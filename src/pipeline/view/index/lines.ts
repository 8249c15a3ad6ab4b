import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A line of a file, without its end. */
export interface PlacedLine {
  readonly offset: number;
  readonly bytes: Buffer;
}

const chunkBytes = 1024 * 1024;
/** What is longer is no row. */
const mostBytes = 64 * chunkBytes;

/** The complete lines of a file from an offset on. */
export function* linesFrom(path: string, from: number): Generator<PlacedLine> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let offset = from;
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const read = readSync(file, chunk, 0, chunkBytes, offset + rest.length);
      if (read === 0) return;
      const block = rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)]);
      let start = 0;
      for (let end = block.indexOf(10); end !== -1; end = block.indexOf(10, start)) {
        yield { offset: offset + start, bytes: block.subarray(start, end) };
        start = end + 1;
      }
      rest = block.subarray(start);
      offset += start;
      if (rest.length > mostBytes) throw new Error(`${path}: a line of more than ${mostBytes} bytes`);
    }
  } finally {
    closeSync(file);
  }
}

/** A line's JSON; undefined where it holds none. */
export function valueOf({ bytes }: PlacedLine): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** The last bytes of a file as text. */
export function endOf(path: string, most: number): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(most, size));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
}
