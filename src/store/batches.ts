import { sql, type Kysely, type Selectable } from 'kysely';
import type { BatchChange, BatchJournal, PendingBatch } from '../core/ports.ts';
import type { Tables } from './schema.ts';
import type { GroupWriter } from './writer.ts';

/** Batches under way, beside the replies: one whose every request has its stored reply is forgotten by itself. */
export class StoredBatches implements BatchJournal {
  readonly #db: Kysely<Tables>;
  readonly #writer: GroupWriter;

  constructor(db: Kysely<Tables>, writer: GroupWriter) {
    this.#db = db;
    this.#writer = writer;
  }

  async open({ hash, endpoint, keys, at, inputFile, id }: PendingBatch): Promise<void> {
    const row = { hash, endpoint, keys: JSON.stringify(keys), at, input_file: inputFile ?? null, id: id ?? null };
    await this.#writer.write((tx) => tx.insertInto('batch').values(row).execute());
  }

  async update(hash: string, { inputFile, id, keys }: BatchChange): Promise<void> {
    const change = {
      ...(inputFile !== undefined && { input_file: inputFile }),
      ...(id !== undefined && { id }),
      ...(keys !== undefined && { keys: JSON.stringify(keys) }),
    };
    await this.#writer.write((tx) => tx.updateTable('batch').set(change).where('hash', '=', hash).execute());
  }

  async pending(endpoint: string): Promise<readonly PendingBatch[]> {
    await this.#forgetAnswered(endpoint);
    const rows = this.#db.selectFrom('batch').selectAll().where('endpoint', '=', endpoint);
    return (
      await rows
        .orderBy('at')
        .orderBy(sql`rowid`)
        .execute()
    ).map(toBatch);
  }

  async close(hash: string): Promise<void> {
    await this.#writer.write((tx) => tx.deleteFrom('batch').where('hash', '=', hash).execute());
  }

  async #forgetAnswered(endpoint: string): Promise<void> {
    const unanswered = sql<boolean>`exists (
      select 1 from json_each(batch.keys) as asked
      left join llm_call on llm_call.key = asked.value
      where llm_call.reply is null)`;
    await this.#writer.write((tx) =>
      tx
        .deleteFrom('batch')
        .where('endpoint', '=', endpoint)
        .where((row) => row.not(unanswered))
        .execute(),
    );
  }
}

function toBatch(row: Selectable<Tables['batch']>): PendingBatch {
  const { hash, endpoint, keys, at, input_file: inputFile, id } = row;
  return {
    hash,
    endpoint,
    keys: JSON.parse(keys) as string[],
    at,
    ...(inputFile !== null && { inputFile }),
    ...(id !== null && { id }),
  };
}
