import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { isIndex } from './database.ts';
import type { Entry } from './entry.ts';
import type { WatchState } from './watch-state.ts';
import type { Facet } from './writer.ts';

export type Listed = Omit<Entry, 'words'> & { readonly seq: number };

/** An entry with where its row stands, where that is in a file. */
export interface DrawEntry extends Listed {
  readonly detail: string | null;
  readonly file: string | null;
  readonly offset: number | null;
  readonly length: number | null;
}

/** Which rows are asked for: all that is given must hold. */
export interface RowFilter extends Partial<Readonly<Record<Facet, string>>> {
  readonly leastConfidence?: number;
  readonly mostConfidence?: number;
  /** Words that all stand in the row; the last may be the beginning of one. */
  readonly search?: string;
  /** Rows that were added before this one. */
  readonly before?: number;
}

export interface RowPage {
  readonly rows: readonly Listed[];
  /** What the next page is asked for with; absent where there is none. */
  readonly next?: number;
  /** Whether time was up before the page was full: the next may have more. */
  readonly isPartial: boolean;
}

export interface IndexState {
  readonly rows: number;
  /** How much of it is built, from 0 to 1. */
  readonly share: number;
  readonly watch?: WatchState;
}

const pageSize = 50;
const firstWindow = 4096;
const mostWindow = 65_536;
const timeMs = 80;

const columns = 'entry.seq, id, kind, stage, reason, topic, model, confidence, title, task, sample, draw';

/** An index to look rows up in, while another process or thread adds to it. */
export class IndexReader implements Disposable {
  readonly #db: DatabaseSync;

  /** Throws where there is no index yet. */
  constructor(path: string) {
    this.#db = new DatabaseSync(path, { readOnly: true });
    this.#db.exec('pragma busy_timeout = 2000');
    if (isIndex(this.#db)) return;
    this.#db.close();
    throw new Error(`${path} is no index`);
  }

  state(): IndexState {
    const notes = new Map(
      (this.#all('select name, value from meta') as { name: string; value: string }[]).map((row) => [
        row.name,
        row.value,
      ]),
    );
    const [last] = this.#all('select max(seq) as rows from entry') as { rows: number | null }[];
    const watch = JSON.parse(notes.get('watch') ?? 'null') as WatchState | null;
    return { rows: last?.rows ?? 0, share: Number(notes.get('share') ?? 0), ...(watch && { watch }) };
  }

  /** How many rows have each value, the most first. */
  facets(facet: Facet, most = 200): readonly { readonly value: string; readonly rows: number }[] {
    const sql = 'select value, rows from facet where name = ? and rows > 0 order by rows desc, value limit ?';
    return this.#all(sql, facet, most) as { value: string; rows: number }[];
  }

  /** The rows of a page, the newest first. Ends early rather than late: see `RowPage`. */
  page(filter: RowFilter): RowPage {
    const query = compile(filter);
    if (!query) return { rows: [], isPartial: false };
    const statement = this.#db.prepare(query.sql);
    const until = performance.now() + timeMs;
    const rows: Listed[] = [];
    let high = filter.before ?? this.state().rows + 1;
    let window = firstWindow;
    while (high > 1) {
      const begun = performance.now();
      const low = Math.max(1, high - window);
      const wanted = pageSize + 1 - rows.length;
      rows.push(...(statement.all(...query.values, low, high, wanted) as unknown as Listed[]));
      const last = rows[pageSize - 1];
      if (rows.length > pageSize && last) return { rows: rows.slice(0, pageSize), next: last.seq, isPartial: false };
      high = low;
      const now = performance.now();
      if (now > until) return { rows, ...(high > 1 && { next: high }), isPartial: high > 1 };
      window = nextWindow(window, (now - begun) / (until - now));
    }
    return { rows, isPartial: false };
  }

  /** Rows of an id: of a row itself, of a sample that became another row, or of a task. */
  byId(id: string): Listed | undefined {
    for (const column of ['id', 'sample', 'task']) {
      const [row] = this.#all(`select ${columns} from entry where ${column} = ? order by seq limit 1`, id) as Listed[];
      if (row) return row;
    }
    return undefined;
  }

  /** Ids that begin so, each once. */
  beginningWith(prefix: string, most: number): readonly string[] {
    const find = (column: string): string =>
      `select * from (select distinct ${column} as id from entry where ${column} >= ?1 and ${column} < ?2 order by ${column} limit ?3)`;
    const sql = `select id from (${find('id')} union ${find('sample')} union ${find('task')}) order by id limit ?3`;
    return (this.#all(sql, prefix, `${prefix}\u{10FFFF}`, most) as { id: string }[]).map(({ id }) => id);
  }

  /** The ids that stand next to one that is not there. */
  near(id: string): readonly string[] {
    const before = this.#all('select distinct id from entry where id < ? order by id desc limit 2', id);
    const after = this.#all('select distinct id from entry where id >= ? order by id limit 2', id);
    return [...before, ...after].map((row) => (row as { id: string }).id);
  }

  /** The rows of a draw, in the order in which they were added, with their places in files. */
  ofDraw(draw: string): readonly DrawEntry[] {
    const sql = `select ${columns}, detail, file, offset, length from entry where draw = ? order by seq limit 2000`;
    return this.#all(sql, draw) as DrawEntry[];
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }

  #all(sql: string, ...values: readonly SQLInputValue[]): unknown[] {
    return this.#db.prepare(sql).all(...values);
  }
}

/** Twice as many as the last, but no more than the time that is left is likely to be enough for. */
function nextWindow(window: number, spentOfLeft: number): number {
  const fitting = window / Math.max(spentOfLeft, 0.01);
  return Math.round(Math.max(firstWindow, Math.min(2 * window, mostWindow, fitting)));
}

interface Compiled {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Undefined where what is searched holds no word. */
function compile(filter: RowFilter): Compiled | undefined {
  const { search, leastConfidence, mostConfidence } = filter;
  const equal = (['kind', 'stage', 'reason', 'topic', 'model'] as const).flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ test: `${name} = ?`, value }];
  });
  const tests = [
    ...equal,
    ...(leastConfidence === undefined ? [] : [{ test: 'confidence >= ?', value: leastConfidence }]),
    ...(mostConfidence === undefined ? [] : [{ test: 'confidence <= ?', value: mostConfidence }]),
  ];
  const where = tests.map(({ test }) => `${test} and `).join('');
  const values = tests.map(({ value }) => value);
  if (search === undefined) {
    const sql = `select ${columns} from entry where ${where} entry.seq >= ? and entry.seq < ? order by entry.seq desc limit ?`;
    return { sql, values };
  }
  const words = matchOf(search);
  if (words === undefined) return undefined;
  const sql = `select ${columns} from words cross join entry on entry.seq = words.rowid
    where words match ? and ${where} words.rowid >= ? and words.rowid < ? order by words.rowid desc limit ?`;
  return { sql, values: [words, ...values] };
}

/** Every word as a string of its own, so that nothing in it is a sign of the query's language. */
function matchOf(search: string): string | undefined {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  return words
    ?.map((word) => `"${word}"`)
    .join(' ')
    .concat('*');
}
