import { copyFileSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { bundled } from '../../src/config/bundled.ts';
import type { LlmReply, RequestLabel } from '../../src/core/ports.ts';
import { formatLabel } from '../../src/llm/label.ts';
import { listRecordings, readRecording } from '../../src/llm/recordings.ts';
import { unpack } from '../../src/store/body.ts';
import { tempFolder } from './helpers.ts';

/** What a store that a kill left behind knows of the requests. */
export interface StoredRequests {
  /** Names of the requests whose replies are stored. */
  readonly replied: ReadonlySet<string>;
  /** Requests that were sent, or about to be, without a reply stored. */
  readonly pending: number;
}

/** Reads a copy of a store's files, so that the next process finds them as the killed one left them. */
export function storedRequests(database: string, topics: readonly string[]): StoredRequests {
  if (!existsSync(database)) return { replied: new Set(), pending: 0 };
  using folder = tempFolder();
  const copy = folder.file('copy.db');
  for (const part of ['', '-wal']) if (existsSync(database + part)) copyFileSync(database + part, copy + part);
  const replies = readReplies(copy);
  const names = namesByReply(topics);
  const stored = replies.filter((reply) => reply !== null).map((reply) => unpack<LlmReply>(reply));
  return {
    replied: new Set(stored.flatMap(({ model, content }) => names.get(replyName(model, content)) ?? [])),
    pending: replies.length - stored.length,
  };
}

function readReplies(database: string): (Uint8Array | null)[] {
  const open = new DatabaseSync(database);
  try {
    const table = open.prepare("select 1 from sqlite_master where name = 'llm_call'").get();
    const rows = table === undefined ? [] : open.prepare('select reply from llm_call').all();
    return rows.map((row) => (row['reply'] ?? null) as Uint8Array | null);
  } finally {
    open.close();
  }
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** The request that each recorded reply answers, for replies that answer only one. */
function namesByReply(topics: readonly string[]): ReadonlyMap<string, string> {
  const key = topics.join();
  const names = known.get(key) ?? readNames(topics);
  known.set(key, names);
  return names;
}

function readNames(topics: readonly string[]): ReadonlyMap<string, string> {
  const recordings = listRecordings(bundled.replies).filter(({ seed }) => topics.includes(seed.split('/')[0] ?? ''));
  const all = recordings.flatMap((name) => {
    const recording = readRecording(bundled.replies, name);
    const label = formatLabel({ ...name, stage: name.stage as RequestLabel['stage'] });
    return recording ? [[replyName(`winnow-offline-${recording.model}`, recording.content), label] as const] : [];
  });
  const byReply = Map.groupBy(all, ([reply]) => reply);
  return new Map([...byReply.values()].flatMap(([first, second]) => (first && second === undefined ? [first] : [])));
}

function replyName(model: string, content: string): string {
  return `${model}\n${content}`;
}
