import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

type Write = (tx: Transaction<Tables>) => Promise<unknown>;

interface Waiting {
  readonly write: Write;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits writes in groups: each write resolves after the transaction that holds it is durable.
 * One commit a group is what makes `synchronous = full` cheap; a group that fails rejects every write in it.
 */
export class GroupWriter {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  write<T>(write: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const written = new Promise<unknown>((resolve, reject) => this.#waiting.push({ write, resolve, reject }));
    this.#flushing ??= this.#flush();
    return written as Promise<T>;
  }

  /** Resolves when everything given so far is durable. */
  async drain(): Promise<void> {
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0));
    this.#flushing = undefined;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const values = await this.#db.transaction().execute(async (tx) => {
        const results: unknown[] = [];
        for (const { write } of group) results.push(await write(tx));
        return results;
      });
      for (const [index, { resolve }] of group.entries()) resolve(values[index]);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
