import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Kysely, Selectable } from 'kysely';
import { contentId } from '../core/id.ts';
import type { BatchJournal, LlmReply, ReplyCache } from '../core/ports.ts';
import type { ItemKind, RequestCounts, RunRecord, Settlement, Store, Unit } from '../core/store.ts';
import { StoredBatches } from './batches.ts';
import { pack, unpack } from './body.ts';
import { claimDraws, releaseDraws } from './draws.ts';
import { StoredReplies } from './replies.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { GroupWriter } from './writer.ts';

/** Opens the embedded store: one SQLite file, created with its folder where it is missing. */
export function openEmbeddedStore(path: string): Store {
  mkdirSync(dirname(path), { recursive: true });
  return new EmbeddedStore(openSqlite(path));
}

class EmbeddedStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #writer: GroupWriter;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
    this.#writer = new GroupWriter(db);
  }

  async findRun(dir: string): Promise<RunRecord | undefined> {
    const newest = this.#db.selectFrom('run').selectAll().where('dir', '=', dir).orderBy('attempt', 'desc').limit(1);
    const row = await newest.executeTakeFirst();
    return row && toRecord(row);
  }

  createRun(dir: string, settings: Readonly<Record<string, unknown>>): Promise<RunRecord> {
    return this.#writer.write(async (tx) => {
      const { last } = await tx
        .selectFrom('run')
        .select((row) => row.fn.max('attempt').as('last'))
        .where('dir', '=', dir)
        .executeTakeFirstOrThrow();
      const attempt = (last ?? 0) + 1;
      const id = contentId('run', { dir, attempt, settings });
      const row = { id, dir, attempt, settings: JSON.stringify(settings), state: 'open', result: null } as const;
      const none = { sent: 0, stored: 0, repeated: 0, prompt_tokens: 0, completion_tokens: 0 };
      const created = { ...row, ...none, cost_usd: 0, elapsed_ms: 0 };
      await tx.insertInto('run').values(created).execute();
      return toRecord(created);
    });
  }

  async reopen(run: string): Promise<void> {
    await this.#updateRun(run, { state: 'open', result: null });
  }

  async finish(run: string, result: unknown): Promise<void> {
    await this.#updateRun(run, { state: 'finished', result: JSON.stringify(result) });
  }

  async addElapsed(run: string, elapsedMs: number): Promise<void> {
    await this.#writer.write((tx) =>
      tx
        .updateTable('run')
        .set((row) => ({ elapsed_ms: row('elapsed_ms', '+', Math.round(elapsedMs)) }))
        .where('id', '=', run)
        .execute(),
    );
  }

  async settled(run: string, unit: Unit): Promise<unknown> {
    const row = await this.#db
      .selectFrom('unit')
      .select('summary')
      .where('run', '=', run)
      .where('kind', '=', unit.kind)
      .where('key', '=', unit.key)
      .executeTakeFirst();
    return row && unpack(row.summary);
  }

  async settle(run: string, settlement: Settlement): Promise<void> {
    const { kind, key } = settlement.unit;
    const unit = { run, kind, key, retryable: settlement.retryable ? 1 : 0, summary: pack(settlement.summary) };
    const items = settlement.items.map((item, position) => ({
      run,
      unit_kind: kind,
      unit_key: key,
      kind: item.kind,
      position,
      body: pack(item.body),
    }));
    await this.#writer.write(async (tx) => {
      const added = await tx
        .insertInto('unit')
        .values(unit)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n || items.length === 0) return;
      await tx.insertInto('item').values(items).execute();
    });
  }

  forgetFaulted(run: string): Promise<number> {
    return this.#writer.write(async (tx) => {
      const faulted = await tx
        .deleteFrom('unit')
        .where('run', '=', run)
        .where('retryable', '=', 1)
        .returning(['kind', 'key'])
        .execute();
      for (const { kind, key } of faulted) {
        const items = tx.deleteFrom('item').where('run', '=', run).where('unit_kind', '=', kind);
        await items.where('unit_key', '=', key).execute();
      }
      return faulted.length;
    });
  }

  async items(run: string, unit: Unit, kind: ItemKind): Promise<readonly unknown[]> {
    const rows = await this.#db
      .selectFrom('item')
      .select('body')
      .where('run', '=', run)
      .where('unit_kind', '=', unit.kind)
      .where('unit_key', '=', unit.key)
      .where('kind', '=', kind)
      .orderBy('position')
      .execute();
    return rows.map((row) => unpack(row.body));
  }

  claimDraws(run: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#writer.write((tx) => claimDraws(tx, run, keys));
  }

  async releaseDraws(run: string, keys: readonly string[]): Promise<void> {
    await this.#writer.write((tx) => releaseDraws(tx, run, keys));
  }

  async verdict(key: string): Promise<unknown> {
    const row = await this.#db.selectFrom('verdict').select('body').where('key', '=', key).executeTakeFirst();
    return row && unpack(row.body);
  }

  async putVerdict(key: string, verdict: unknown): Promise<void> {
    await this.#writer.write((tx) =>
      tx
        .insertInto('verdict')
        .values({ key, body: pack(verdict) })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  }

  replies(run: string, costUsd: (usage: LlmReply['usage']) => number): ReplyCache {
    return new StoredReplies(this.#db, this.#writer, run, costUsd);
  }

  batches(): BatchJournal {
    return new StoredBatches(this.#db, this.#writer);
  }

  async requestCounts(run: string): Promise<RequestCounts> {
    const row = await this.#db.selectFrom('run').selectAll().where('id', '=', run).executeTakeFirstOrThrow();
    return {
      sent: row.sent,
      stored: row.stored,
      repeated: row.repeated,
      promptTokens: row.prompt_tokens,
      completionTokens: row.completion_tokens,
      costUsd: row.cost_usd,
    };
  }

  async countStored(run: string, stored: number): Promise<void> {
    await this.#writer.write((tx) =>
      tx
        .updateTable('run')
        .set((row) => ({ stored: row('stored', '+', stored) }))
        .where('id', '=', run)
        .execute(),
    );
  }

  async close(): Promise<void> {
    await this.#writer.drain();
    await this.#db.destroy();
  }

  async #updateRun(run: string, change: { state: 'open' | 'finished'; result: string | null }): Promise<void> {
    await this.#writer.write((tx) => tx.updateTable('run').set(change).where('id', '=', run).execute());
  }
}

function toRecord(row: Selectable<Tables['run']>): RunRecord {
  const base = { id: row.id, settings: JSON.parse(row.settings) as Record<string, unknown>, state: row.state };
  return {
    ...base,
    elapsedMs: row.elapsed_ms,
    ...(row.result !== null && { result: JSON.parse(row.result) as unknown }),
  };
}
