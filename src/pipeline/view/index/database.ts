import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Raised with every change of what is stored: an index of another version is built anew. */
const version = 1;

const tables = `
  create table if not exists meta (name text primary key, value text not null) strict, without rowid;
  create table if not exists entry (
    seq integer primary key, id text not null, kind text not null, stage text not null, reason text not null,
    topic text not null, model text not null, confidence real, title text not null, task text not null,
    sample text not null, draw text not null, detail text, file text, offset integer, length integer) strict;
  create index if not exists entry_id on entry (id);
  create index if not exists entry_task on entry (task);
  create index if not exists entry_sample on entry (sample);
  create index if not exists entry_draw on entry (draw);
  create index if not exists entry_kind on entry (kind);
  create index if not exists entry_stage on entry (stage);
  create index if not exists entry_reason on entry (reason);
  create index if not exists entry_topic on entry (topic);
  create index if not exists entry_model on entry (model);
  create table if not exists facet (name text, value text, rows integer not null, primary key (name, value)) strict;
  create virtual table if not exists words using fts5(text, content = '', detail = none, columnsize = 0);
`;

const drops = ['meta', 'entry', 'facet', 'words'].map((name) => `drop table if exists ${name};`).join('');

/** Opens an index to write it. What is there and is no index of this version is built anew; a crash may lose the newest. */
export function openIndexDatabase(path: string): DatabaseSync {
  try {
    return openAs(path);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    return openAs(path);
  }
}

/** A damaged file, or one that is no database. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26);
}

function openAs(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000');
    if (versionOf(database) !== version) clearIndex(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Empties an index. */
export function clearIndex(database: DatabaseSync): void {
  database.exec(`begin immediate; ${drops} ${tables} pragma user_version = ${version}; commit`);
}

/** Whether a file is an index that can be looked at. */
export function isIndex(database: DatabaseSync): boolean {
  return versionOf(database) === version;
}

function versionOf(database: DatabaseSync): unknown {
  return (database.prepare('pragma user_version').get() as { user_version: number }).user_version;
}
