import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { createTables, type Tables } from './schema.ts';

/** Opens (or creates) a database file for the store: WAL, and durable at every commit. */
export function openSqlite(path: string): Kysely<Tables> {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
  for (const statement of createTables) database.exec(statement);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyDatabase(database) }) });
}

/** `node:sqlite` in the shape that Kysely's SQLite dialect asks for. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return { prepare: (sql) => asKyselyStatement(database, sql), close: () => database.close() };
}

function asKyselyStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...toInputs(parameters)),
    run: (parameters) => statement.run(...toInputs(parameters)),
    iterate: (parameters) => statement.iterate(...toInputs(parameters)),
  };
}

function toInputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}
