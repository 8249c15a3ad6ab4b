import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RowKind } from '../../../report/story/story.ts';
import { clearIndex, openIndexDatabase } from './database.ts';
import type { Entry, FilePlace } from './entry.ts';

/** By what rows are counted for choosing among them. */
export const facets = ['kind', 'stage', 'reason', 'topic', 'model'] as const;
export type Facet = (typeof facets)[number];

type Counted = Pick<Entry, Facet>;

export interface Decided {
  readonly kind: RowKind;
  readonly stage: string;
  readonly reason: string;
  /** The whole reason as JSON. */
  readonly detail?: string;
}

/** Adds rows to an index; what is added is there for others after `commit`. */
export class IndexWriter implements Disposable {
  readonly #db: DatabaseSync;
  readonly #counts = new Map<string, { facet: Facet; value: string; rows: number }>();
  readonly #notes = new Map<string, string>();
  #statements: Statements;

  constructor(path: string) {
    this.#db = openIndexDatabase(path);
    this.#statements = prepare(this.#db);
  }

  /** Forgets every row, and says where the next come from. */
  reset(source: string): void {
    this.#rollback();
    this.#counts.clear();
    this.#notes.clear();
    clearIndex(this.#db);
    this.#statements = prepare(this.#db);
    this.note('source', source);
    this.commit();
  }

  add(entry: Entry, place?: FilePlace): void {
    this.#begin();
    const { id, kind, stage, reason, topic, model, confidence, title, task, sample, draw, words } = entry;
    const { file = null, offset = null, length = null } = place ?? {};
    const values = [id, kind, stage, reason, topic, model, confidence, title, task, sample, draw, file, offset, length];
    const { lastInsertRowid } = this.#statements.add.run(...values);
    this.#statements.addWords.run(lastInsertRowid, words);
    this.#count(entry, 1);
  }

  /** Says of an accepted sample what became of it. */
  decide(sample: string, change: Decided): void {
    this.#begin();
    const rows = this.#statements.accepted.all(sample) as unknown as (Counted & { seq: number })[];
    for (const row of rows) {
      this.#count(row, -1);
      this.#count({ ...row, ...change }, 1);
      this.#statements.decide.run(change.kind, change.stage, change.reason, change.detail ?? null, row.seq);
    }
  }

  /** An entry that tells where rows without a lineage came from: by the id of a sample or task. */
  origin(of: 'sample' | 'task', id: string): Pick<Entry, 'draw' | 'topic' | 'model'> | undefined {
    return this.#statements.origin[of].get(id) as Pick<Entry, 'draw' | 'topic' | 'model'> | undefined;
  }

  note(name: string, value: string): void {
    this.#begin();
    this.#notes.set(name, value);
  }

  noted(name: string): string | undefined {
    const pending = this.#notes.get(name);
    return pending ?? (this.#statements.noted.get(name) as { value: string } | undefined)?.value;
  }

  commit(): void {
    if (!this.#db.isTransaction) return;
    for (const { facet, value, rows } of this.#counts.values()) this.#statements.count.run(facet, value, rows);
    this.#counts.clear();
    for (const [name, value] of this.#notes) this.#statements.note.run(name, value);
    this.#notes.clear();
    this.#db.exec('commit');
  }

  [Symbol.dispose](): void {
    this.#rollback();
    this.#db.close();
  }

  #begin(): void {
    if (!this.#db.isTransaction) this.#db.exec('begin immediate');
  }

  #rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('rollback');
  }

  #count(row: Counted, rows: number): void {
    for (const facet of facets) {
      const value = row[facet];
      if (value === '') continue;
      const key = `${facet} ${value}`;
      const known = this.#counts.get(key);
      if (known) known.rows += rows;
      else this.#counts.set(key, { facet, value, rows });
    }
  }
}

interface Statements {
  readonly add: StatementSync;
  readonly addWords: StatementSync;
  readonly accepted: StatementSync;
  readonly decide: StatementSync;
  readonly origin: Readonly<Record<'sample' | 'task', StatementSync>>;
  readonly note: StatementSync;
  readonly noted: StatementSync;
  readonly count: StatementSync;
}

function prepare(db: DatabaseSync): Statements {
  const origin = (column: string) =>
    db.prepare(`select draw, topic, model from entry where ${column} = ? and draw != '' limit 1`);
  return {
    add: db.prepare(
      `insert into entry (id, kind, stage, reason, topic, model, confidence, title, task, sample, draw, file, offset, length)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addWords: db.prepare('insert into words (rowid, text) values (?, ?)'),
    accepted: db.prepare(
      `select seq, kind, stage, reason, topic, model from entry where sample = ? and kind = 'accepted'`,
    ),
    decide: db.prepare('update entry set kind = ?, stage = ?, reason = ?, detail = ? where seq = ?'),
    origin: { sample: origin('sample'), task: origin('task') },
    note: db.prepare('insert into meta values (?, ?) on conflict do update set value = excluded.value'),
    noted: db.prepare('select value from meta where name = ?'),
    count: db.prepare('insert into facet values (?, ?, ?) on conflict do update set rows = rows + excluded.rows'),
  };
}
