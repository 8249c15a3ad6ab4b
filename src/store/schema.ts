import type { ColumnType } from 'kysely';

type Blob = ColumnType<Uint8Array, Uint8Array, Uint8Array>;

/** The tables of the store. Bodies are canonical JSON, zstd-compressed, beside the rows that carry the state. */
export interface Tables {
  run: {
    id: string;
    /** The run's directory, relative to the store's, so that both can be moved together. */
    dir: string;
    /** Settings that decide what the rows are, as JSON; a change of one needs a new run. */
    settings: string;
    attempt: number;
    state: 'open' | 'finished';
    /** The finished run's result as JSON. */
    result: string | null;
    sent: number;
    stored: number;
    repeated: number;
    prompt_tokens: number;
    completion_tokens: number;
    cost_usd: number;
    elapsed_ms: number;
  };
  /** A step of the run that is done as a whole or not at all. */
  unit: {
    run: string;
    kind: string;
    key: string;
    /** Whether a fault that may heal left something unjudged in it. */
    retryable: number;
    /** What the orchestrator needs to go on without the items, zstd-compressed JSON. */
    summary: Blob;
  };
  /** What a unit made, in order. */
  item: {
    run: string;
    unit_kind: string;
    unit_key: string;
    kind: string;
    position: number;
    body: Blob;
  };
  /** Draws by their key, and the directory whose run was the first to draw each. */
  drawn: { key: string; dir: string };
  /** What judging one solution against one suite showed, by the content of all that went into it. */
  verdict: { key: string; body: Blob };
  /** Model replies by the content of the request; `reply` is null while the first request is under way. */
  llm_call: { key: string; reply: Blob | null };
  /** A batch of requests that may be under way at an endpoint; `keys` is a JSON list of keys of `llm_call`. */
  batch: {
    hash: string;
    endpoint: string;
    keys: string;
    at: number;
    input_file: string | null;
    id: string | null;
  };
}

/** Statements that create the tables; safe to run again. */
export const createTables: readonly string[] = [
  `create table if not exists run (
    id text primary key, dir text not null, settings text not null, attempt integer not null, state text not null,
    result text, sent integer not null default 0, stored integer not null default 0,
    repeated integer not null default 0, prompt_tokens integer not null default 0,
    completion_tokens integer not null default 0, cost_usd real not null default 0,
    elapsed_ms integer not null default 0, unique (dir, attempt)) strict`,
  `create table if not exists unit (
    run text not null, kind text not null, key text not null, retryable integer not null, summary blob not null,
    primary key (run, kind, key)) strict, without rowid`,
  `create table if not exists item (
    run text not null, unit_kind text not null, unit_key text not null, kind text not null,
    position integer not null, body blob not null,
    primary key (run, unit_kind, unit_key, kind, position)) strict, without rowid`,
  `create table if not exists drawn (key text primary key, dir text not null) strict, without rowid`,
  `create table if not exists verdict (key text primary key, body blob not null) strict, without rowid`,
  `create table if not exists llm_call (key text primary key, reply blob) strict, without rowid`,
  `create table if not exists batch (
    hash text primary key, endpoint text not null, keys text not null, at integer not null,
    input_file text, id text) strict`,
];
