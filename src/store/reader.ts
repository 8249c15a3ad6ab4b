import { DatabaseSync } from 'node:sqlite';
import type { LlmReply } from '../core/ports.ts';
import type { ItemKind, RequestCounts, Unit } from '../core/store.ts';
import { unpack } from './body.ts';
import { storeError } from './error.ts';

/** A run as its store has it. */
export interface StoredRun extends RequestCounts {
  readonly id: string;
  readonly state: 'open' | 'finished';
  readonly settings: Readonly<Record<string, unknown>>;
  readonly elapsedMs: number;
  /** What `finish` stored. */
  readonly result?: unknown;
}

export interface StoredItem {
  readonly kind: ItemKind;
  readonly body: unknown;
}

/** A store for whoever only looks: it may be read while a run goes on in another process. */
export interface StoreReader extends Disposable {
  /** The newest run of a directory. */
  findRun(dir: string): StoredRun | undefined;
  /** All that a unit made, in the order of each kind. */
  items(run: string, unit: Unit): readonly StoredItem[];
  /** The keys of all settled units of a kind, in no order that means anything. */
  unitKeys(run: string, kind: Unit['kind']): Iterable<string>;
  reply(key: string): LlmReply | undefined;
}

interface RunRow {
  readonly id: string;
  readonly state: 'open' | 'finished';
  readonly settings: string;
  readonly result: string | null;
  readonly sent: number;
  readonly stored: number;
  readonly repeated: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly cost_usd: number;
  readonly elapsed_ms: number;
}

/** Opens an embedded store to look at it; undefined for a file without its tables (yet). Throws an input error where it cannot be read. */
export function openStoreReader(path: string): StoreReader | undefined {
  const database = openToRead(path);
  if (!hasTables(database)) {
    database.close();
    return undefined;
  }
  const all = (sql: string) => database.prepare(sql);
  const newest = all('select * from run where dir = ? order by attempt desc limit 1');
  const ofUnit = all(
    'select kind, body from item where run = ? and unit_kind = ? and unit_key = ? order by kind, position',
  );
  const keys = all('select key from unit where run = ? and kind = ?');
  const reply = all('select reply from llm_call where key = ?');
  return {
    findRun(dir) {
      const row = newest.get(dir) as RunRow | undefined;
      return row && toRun(row);
    },
    items: (run, { kind, key }) =>
      (ofUnit.all(run, kind, key) as unknown as { kind: ItemKind; body: Uint8Array }[]).map(({ kind, body }) => ({
        kind,
        body: unpack(body),
      })),
    *unitKeys(run, kind) {
      for (const { key } of keys.iterate(run, kind) as Iterable<{ key: string }>) yield key;
    },
    reply(key) {
      const row = reply.get(key) as { reply: Uint8Array | null } | undefined;
      return row?.reply ? unpack<LlmReply>(row.reply) : undefined;
    },
    [Symbol.dispose]: () => database.close(),
  };
}

/** A disk that cannot be written has no place for what readers share: such a store does not change either. */
function openToRead(path: string): DatabaseSync {
  try {
    return probed(new DatabaseSync(path, { readOnly: true }));
  } catch {
    try {
      return probed(new DatabaseSync(`file:${encodeURI(path)}?immutable=1`, { readOnly: true }));
    } catch (cause) {
      throw storeError(path, cause);
    }
  }
}

function probed(database: DatabaseSync): DatabaseSync {
  try {
    database.exec('pragma busy_timeout = 5000');
    hasTables(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function hasTables(database: DatabaseSync): boolean {
  // It is created last of those that are read.
  return database.prepare("select 1 from sqlite_master where name = 'llm_call'").get() !== undefined;
}

function toRun(row: RunRow): StoredRun {
  return {
    id: row.id,
    state: row.state,
    settings: JSON.parse(row.settings) as Record<string, unknown>,
    elapsedMs: row.elapsed_ms,
    sent: row.sent,
    stored: row.stored,
    repeated: row.repeated,
    promptTokens: row.prompt_tokens,
    completionTokens: row.completion_tokens,
    costUsd: row.cost_usd,
    ...(row.result !== null && { result: JSON.parse(row.result) as unknown }),
  };
}
