import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Cut, Part } from './fingerprint.ts';

/** Where the problems of an index are from. */
export interface BenchmarkSource {
  readonly name: string;
  /** Name of the file that its texts were read from. */
  readonly from: string;
  readonly problems: number;
  /** Problems of which nothing is left that is theirs alone, so that they cannot be found. */
  readonly undetectable: number;
}

/** A text of a problem: whose it is, and how many grams of its own it has. */
export interface IndexedText {
  /** The benchmark's place among the sources. */
  readonly source: number;
  readonly problem: string;
  readonly grams: number;
}

/** Hashes and the texts that have them: nothing of any text itself. */
export interface HashTable {
  /** Ascending; one that several texts have stands several times. */
  readonly hashes: Float64Array;
  readonly texts: Uint32Array;
}

/** What is known of public benchmarks: hashes of the grams of their texts, and of whole solutions. */
export interface BenchmarkIndex {
  readonly cut: Cut;
  readonly sources: readonly BenchmarkSource[];
  readonly texts: readonly IndexedText[];
  readonly tables: Readonly<Record<Part | 'whole', HashTable>>;
}

const magic = 'winnow-benchmarks 1\n';
const tableNames = ['statement', 'solution', 'tests', 'whole'] as const;

/** The index as the bytes of a file: a line that says what it is, and the rest compressed. */
export function encodeIndex({ cut, sources, texts, tables }: BenchmarkIndex): Buffer {
  const sizes = tableNames.map((name) => tables[name].hashes.length);
  const header = Buffer.from(JSON.stringify({ cut, sources, texts, sizes }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const numbers = tableNames.flatMap((name) => [bytesOf(tables[name].hashes), bytesOf(tables[name].texts)]);
  return Buffer.concat([Buffer.from(magic), zstdCompressSync(Buffer.concat([length, header, ...numbers]))]);
}

/** Reads the bytes of an index. Throws an error that says what is wrong with them. */
export function decodeIndex(file: Buffer): BenchmarkIndex {
  if (file.toString('latin1', 0, magic.length) !== magic) throw new Error('it is no index of benchmarks');
  const bytes = zstdDecompressSync(file.subarray(magic.length));
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, headerEnd)) as Omit<BenchmarkIndex, 'tables'> & {
    readonly sizes: readonly number[];
  };
  let at = headerEnd;
  const take = (length: number): ArrayBuffer => {
    if (at + length > bytes.length) throw new Error('it is cut off');
    at += length;
    return new Uint8Array(bytes.subarray(at - length, at)).buffer;
  };
  const tables = tableNames.map((name, place) => {
    const size = header.sizes[place] ?? 0;
    return [name, { hashes: new Float64Array(take(size * 8)), texts: new Uint32Array(take(size * 4)) }] as const;
  });
  const { cut, sources, texts } = header;
  return { cut, sources, texts, tables: Object.fromEntries(tables) as unknown as BenchmarkIndex['tables'] };
}

function bytesOf(numbers: Float64Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
