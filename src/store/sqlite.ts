import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { storeError } from './error.ts';
import { createTables, type Tables } from './schema.ts';

/** Does some work on the file; what fails is thrown as an error for people. */
type Explained = <T>(work: () => T) => T;

/**
 * Opens (or creates) a database file for the store: WAL, and durable at every commit.
 * Opening it and every query throw a `WinnowError` where the file or its disk is to blame.
 */
export function openSqlite(path: string): Kysely<Tables> {
  const explained: Explained = (work) => {
    try {
      return work();
    } catch (cause) {
      throw storeError(path, cause);
    }
  };
  const database = explained(() => openDatabase(path));
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyDatabase(database, explained) }) });
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
    for (const statement of createTables) database.exec(statement);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** `node:sqlite` in the shape that Kysely's SQLite dialect asks for. */
function asKyselyDatabase(database: DatabaseSync, explained: Explained): SqliteDatabase {
  const nothing: SqliteStatement = {
    reader: false,
    all: () => [],
    run: () => ({ changes: 0, lastInsertRowid: 0 }),
    iterate: () => [][Symbol.iterator](),
  };
  return {
    prepare: (sql) => {
      // After some errors, a full disk among them, SQLite has rolled back itself: to fail here would hide why.
      if (sql === 'rollback' && !database.isTransaction) return nothing;
      return explained(() => asKyselyStatement(database, sql, explained));
    },
    close: () => database.close(),
  };
}

function asKyselyStatement(database: DatabaseSync, sql: string, explained: Explained): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => explained(() => statement.all(...toInputs(parameters))),
    run: (parameters) => explained(() => statement.run(...toInputs(parameters))),
    iterate: (parameters) => explained(() => statement.iterate(...toInputs(parameters))),
  };
}

function toInputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}
