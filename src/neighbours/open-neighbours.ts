import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { inputError } from '../core/error.ts';
import type { IndexedText, Neighbour, NeighbourIndex } from '../core/ports.ts';
import { similarity, type Signature } from '../core/signature.ts';
import { Segments } from './segments.ts';
import { joinBands, sortBand, type SortedBand } from './sorted-band.ts';

/** Changes when a file of an earlier version could not be read, or would compare otherwise. */
const version = 1;
const bandCount = 32;
/** Texts that are sorted and written together. */
const blockSize = 131_072;

export interface NeighbourIndexOptions {
  /** A file that is there after a crash; otherwise quicker, and gone when it is closed. */
  readonly durable: boolean;
}

/**
 * Opens (or creates) an index of near-duplicates in a SQLite file; `:memory:` has none.
 * Throws an input error where the file is something else.
 */
export function openNeighbours(path: string, { durable }: NeighbourIndexOptions = { durable: true }): NeighbourIndex {
  const database = openFile(path, durable);
  return new SqliteNeighbours(database);
}

function openFile(path: string, durable: boolean): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    const journal = durable ? 'wal' : 'off';
    database.exec(`
      pragma journal_mode = ${journal}; pragma synchronous = ${durable ? 'full' : 'off'}; pragma cache_size = -65536;
      create table if not exists meta(version integer not null);
      create table if not exists moment(name text primary key, size integer not null);
      create table if not exists member(row integer primary key, id text not null, note text not null, minima blob not null, bands blob not null);
    `);
    const found = database.prepare('select version from meta').get()?.['version'];
    if (found === undefined) database.prepare('insert into meta(version) values (?)').run(version);
    else if (found !== version) throw new Error(`it is of version ${String(found)}, and this Winnow reads ${version}`);
    return database;
  } catch (cause) {
    database?.close();
    const problem = cause instanceof Error ? cause.message : String(cause);
    const message = `Cannot open ${path} as an index of near-duplicates: ${problem}. Name another file, or delete it to begin anew.`;
    throw inputError('index-unreadable', message);
  }
}

class SqliteNeighbours implements NeighbourIndex {
  readonly #database: DatabaseSync;
  readonly #segments: Segments;
  readonly #insert: StatementSync;
  readonly #member: StatementSync;
  readonly #text: StatementSync;
  #size: number;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#segments = new Segments(database, bandCount);
    this.#insert = database.prepare('insert into member(row, id, note, minima, bands) values (?, ?, ?, ?, ?)');
    this.#member = database.prepare('select id, note, minima from member where row = ?');
    this.#text = database.prepare('select id, note, minima, bands from member where row = ?');
    this.#size = Number(database.prepare('select coalesce(max(row) + 1, 0) as size from member').get()?.['size']);
  }

  get size(): number {
    return this.#size;
  }

  near(signatures: readonly Signature[], threshold: number): Neighbour[][] {
    return blocksOf(signatures).flatMap((block) => {
      const found = this.#known(sortedBands(block, 0));
      return block.map((signature, row) => this.#nearest(signature, found.get(row) ?? [], threshold));
    });
  }

  add(texts: readonly IndexedText[]): void {
    for (const block of blocksOf(texts)) {
      this.#durably(() =>
        this.#addBlock(
          block,
          sortedBands(
            block.map(({ signature }) => signature),
            this.#size,
          ),
        ),
      );
    }
  }

  link(texts: readonly IndexedText[], threshold: number): Neighbour[][] {
    return blocksOf(texts).flatMap((block) => this.#durably(() => this.#linkBlock(block, threshold)));
  }

  sizeWhen(name: string): number {
    this.#database.prepare('insert or ignore into moment(name, size) values (?, ?)').run(name, this.#size);
    return Number(this.#database.prepare('select size from moment where name = ?').get(name)?.['size']);
  }

  text(row: number): IndexedText | undefined {
    const found = this.#text.get(row);
    if (!found) return undefined;
    const member = found as { id: string; note: string; minima: Uint8Array; bands: Uint8Array };
    const bands = new Uint32Array(member.bands.slice().buffer);
    return { id: member.id, note: member.note, signature: { minima: minimaOf(member.minima), bands } };
  }

  close(): void {
    this.#database.close();
  }

  #linkBlock(block: readonly IndexedText[], threshold: number): Neighbour[][] {
    const base = this.#size;
    const signatures = block.map(({ signature }) => signature);
    const bands = sortedBands(signatures, base);
    const found = this.#known(bands);
    for (const band of bands) joinBands(band, band, (row, earlier) => earlier < row && note(found, row, earlier));
    this.#addBlock(block, bands);
    return signatures.map((signature, index) => this.#nearest(signature, found.get(base + index) ?? [], threshold));
  }

  #addBlock(block: readonly IndexedText[], bands: readonly SortedBand[]): void {
    for (const [index, { id, note: words, signature }] of block.entries()) {
      this.#insert.run(this.#size + index, id, words, asBytes(signature.minima), asBytes(signature.bands));
    }
    this.#segments.add(bands, block.length);
    this.#size += block.length;
  }

  /** The known rows that share a bucket with a looked-up one. */
  #known(bands: readonly SortedBand[]): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    this.#segments.lookUp(bands, (row, known) => note(found, row, known));
    return found;
  }

  #nearest(signature: Signature, rows: Iterable<number>, threshold: number): Neighbour[] {
    const neighbours = [...rows].map((row) => this.#compare(signature, row));
    const near = neighbours.filter((one) => one.similarity >= threshold);
    return near.toSorted((a, b) => b.similarity - a.similarity || a.row - b.row);
  }

  #compare(signature: Signature, row: number): Neighbour {
    const member = this.#member.get(row) as { id: string; note: string; minima: Uint8Array };
    const minima = minimaOf(member.minima);
    return { row, id: member.id, note: member.note, similarity: similarity(signature, { minima }) };
  }

  #durably<T>(work: () => T): T {
    const size = this.#size;
    this.#database.exec('begin');
    try {
      const result = work();
      this.#database.exec('commit');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      this.#size = size;
      throw error;
    }
  }
}

function asBytes(numbers: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function minimaOf(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.slice().buffer);
}

function note(found: Map<number, Set<number>>, row: number, known: number): void {
  const rows = found.get(row);
  if (rows) rows.add(known);
  else found.set(row, new Set([known]));
}

function blocksOf<T>(all: readonly T[]): T[][] {
  const blocks = Math.ceil(all.length / blockSize);
  return Array.from({ length: blocks }, (_, block) => all.slice(block * blockSize, (block + 1) * blockSize));
}

function sortedBands(signatures: readonly Signature[], base: number): SortedBand[] {
  const rows = Uint32Array.from(signatures, (_, index) => base + index);
  return Array.from({ length: bandCount }, (_, band) =>
    sortBand(
      Uint32Array.from(signatures, ({ bands }) => bands[band] ?? 0),
      rows,
    ),
  );
}
