import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { firstFrom, joinBands, mergeBands, thinned, type SortedBand } from './sorted-band.ts';

/** How many of a size there are before they become one of the next size. */
const fanout = 8;
/** Rows of the smallest size. */
const smallest = 4096;
/** Entries of a part, on average: what is read to look a single key up. */
const partEntries = 2048;
const mostPartBits = 16;

interface Segment {
  readonly id: number;
  readonly rows: number;
  /** Parts are told apart by so many of the first bits of their keys. */
  readonly bits: number;
}

/** Calls back for a row of the texts that are looked up and a known one in the same bucket. */
export type OnCandidate = (row: number, known: number) => void;

/**
 * The buckets of many texts in a SQLite file, as sorted segments that are merged as they grow in number (a log-structured
 * merge tree; O'Neil et al. 1996): what is added is written in order, and looked up by reading in order.
 */
export class Segments {
  readonly #database: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #bands: number;

  constructor(database: DatabaseSync, bands: number) {
    this.#database = database;
    this.#bands = bands;
    database.exec(`
      create table if not exists segment(id integer primary key, rows integer not null, bits integer not null);
      create table if not exists part(id integer primary key, entries blob not null);
    `);
    this.#read = database.prepare('select entries from part where id = ?');
    this.#write = database.prepare('insert into part(id, entries) values (?, ?)');
  }

  /** Finds what shares a bucket with the given texts. `bands`: their entries, a band after the other. */
  lookUp(bands: readonly SortedBand[], onCandidate: OnCandidate): void {
    for (const segment of this.#segments()) {
      for (const [band, entries] of bands.entries()) this.#lookUpBand(segment, band, entries, onCandidate);
    }
  }

  add(bands: readonly SortedBand[], rows: number): void {
    const segment = this.#create(rows);
    for (const [band, entries] of bands.entries()) this.#writeBand(segment, band, entries, { from: 0, bits: 0 });
    this.#mergeWhereCrowded();
  }

  #lookUpBand(segment: Segment, band: number, entries: SortedBand, onCandidate: OnCandidate): void {
    for (const { part, of } of partsOf(entries, segment.bits)) {
      const known = this.#part(segment, band, part);
      if (known) joinBands(of, known, onCandidate);
    }
  }

  #mergeWhereCrowded(): void {
    for (;;) {
      const bySize = Map.groupBy(this.#segments(), ({ rows }) => sizeOf(rows));
      const crowded = [...bySize.values()].find(({ length }) => length >= fanout);
      if (!crowded) return;
      this.#merge(crowded);
    }
  }

  #merge(segments: readonly Segment[]): void {
    const merged = this.#create(segments.reduce((sum, { rows }) => sum + rows, 0));
    const bits = Math.min(...segments.map((segment) => segment.bits));
    for (let band = 0; band < this.#bands; band += 1) {
      for (let from = 0; from < 2 ** bits; from += 1) {
        const entries = mergeBands(segments.flatMap((segment) => this.#range(segment, band, from, bits)));
        this.#writeBand(merged, band, entries, { from, bits });
      }
    }
    for (const segment of segments) this.#remove(segment);
  }

  /** The parts of a segment whose keys begin with the `bits` bits of `from`. */
  #range(segment: Segment, band: number, from: number, bits: number): SortedBand[] {
    const finer = 2 ** (segment.bits - bits);
    const parts = Array.from({ length: finer }, (_, index) => this.#part(segment, band, from * finer + index));
    return parts.filter((part) => part !== undefined);
  }

  #part(segment: Segment, band: number, part: number): SortedBand | undefined {
    const found = this.#read.get(partId(segment.id, band, part));
    return found && unpacked(found['entries'] as Uint8Array);
  }

  #writeBand(segment: Segment, band: number, entries: SortedBand, only: { from: number; bits: number }): void {
    for (const { part, of } of partsOf(thinned(entries), segment.bits, only)) {
      this.#write.run(partId(segment.id, band, part), packed(of));
    }
  }

  #segments(): Segment[] {
    return this.#database.prepare('select id, rows, bits from segment order by id').all() as unknown as Segment[];
  }

  #create(rows: number): Segment {
    const bits = Math.min(mostPartBits, Math.max(0, Math.ceil(Math.log2(rows / partEntries))));
    const { lastInsertRowid } = this.#database.prepare('insert into segment(rows, bits) values (?, ?)').run(rows, bits);
    return { id: Number(lastInsertRowid), rows, bits };
  }

  #remove({ id }: Segment): void {
    this.#database.prepare('delete from segment where id = ?').run(id);
    this.#database.prepare('delete from part where id >= ? and id < ?').run(partId(id, 0, 0), partId(id + 1, 0, 0));
  }
}

function sizeOf(rows: number): number {
  return Math.max(0, Math.floor(Math.log(rows / smallest) / Math.log(fanout)));
}

/** One number for a segment, a band (below 256) and a part, so that a segment's parts stand in order. */
function partId(segment: number, band: number, part: number): number {
  return (segment * 256 + band) * 2 ** (mostPartBits + 1) + part;
}

interface Part {
  readonly part: number;
  readonly of: SortedBand;
}

/** The parts that entries fall into, in order, those without any left out; `only` those below one coarser part. */
function* partsOf(entries: SortedBand, bits: number, only = { from: 0, bits: 0 }): Generator<Part> {
  const finer = 2 ** (bits - only.bits);
  let from = 0;
  for (let part = only.from * finer; part < (only.from + 1) * finer && from < entries.keys.length; part += 1) {
    const end = firstFrom(entries.keys, (part + 1) * 2 ** (32 - bits), from);
    if (end > from)
      yield { part, of: { keys: entries.keys.subarray(from, end), rows: entries.rows.subarray(from, end) } };
    from = end;
  }
}

/** The keys, then the rows, as little-endian numbers (every machine that Node runs on today). */
function packed({ keys, rows }: SortedBand): Uint8Array {
  const numbers = new Uint32Array(keys.length * 2);
  numbers.set(keys);
  numbers.set(rows, keys.length);
  return new Uint8Array(numbers.buffer);
}

function unpacked(bytes: Uint8Array): SortedBand {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  return { keys: numbers.subarray(0, numbers.length / 2), rows: numbers.subarray(numbers.length / 2) };
}
