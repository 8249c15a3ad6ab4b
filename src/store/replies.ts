import type { Kysely } from 'kysely';
import type { LlmReply, ReplyCache } from '../core/ports.ts';
import { pack, unpack } from './body.ts';
import type { Tables } from './schema.ts';
import type { GroupWriter } from './writer.ts';

type CostOf = (usage: LlmReply['usage']) => number;

/** Stored replies, shared by all runs of a store; what is sent and spent is counted for one run, in the same commit. */
export class StoredReplies implements ReplyCache {
  readonly #db: Kysely<Tables>;
  readonly #writer: GroupWriter;
  readonly #run: string;
  readonly #costUsd: CostOf;

  constructor(db: Kysely<Tables>, writer: GroupWriter, run: string, costUsd: CostOf) {
    this.#db = db;
    this.#writer = writer;
    this.#run = run;
    this.#costUsd = costUsd;
  }

  async get(key: string): Promise<LlmReply | undefined> {
    const row = await this.#db.selectFrom('llm_call').select('reply').where('key', '=', key).executeTakeFirst();
    return row?.reply ? unpack<LlmReply>(row.reply) : undefined;
  }

  begin(key: string): Promise<{ repeated: boolean }> {
    return this.#writer.write(async (tx) => {
      const added = await tx
        .insertInto('llm_call')
        .values({ key, reply: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const repeated = added.numInsertedOrUpdatedRows === 0n;
      await tx
        .updateTable('run')
        .set((row) => ({ sent: row('sent', '+', 1), repeated: row('repeated', '+', repeated ? 1 : 0) }))
        .where('id', '=', this.#run)
        .execute();
      return { repeated };
    });
  }

  async withdraw(key: string): Promise<void> {
    await this.#writer.write((tx) =>
      tx.deleteFrom('llm_call').where('key', '=', key).where('reply', 'is', null).execute(),
    );
  }

  async put(key: string, reply: LlmReply): Promise<void> {
    const { promptTokens, completionTokens } = reply.usage;
    await this.#writer.write(async (tx) => {
      await tx
        .insertInto('llm_call')
        .values({ key, reply: pack(reply) })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ reply: pack(reply) }))
        .execute();
      await tx
        .updateTable('run')
        .set((row) => ({
          prompt_tokens: row('prompt_tokens', '+', promptTokens),
          completion_tokens: row('completion_tokens', '+', completionTokens),
          cost_usd: row('cost_usd', '+', this.#costUsd(reply.usage)),
        }))
        .where('id', '=', this.#run)
        .execute();
    });
  }
}
