import type { Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** SQLite takes no more parameters in one statement; each row has two. */
const atOnce = 1000;

/** Gives back draws of a run's directory. */
export async function releaseDraws(tx: Transaction<Tables>, run: string, keys: readonly string[]): Promise<void> {
  const { dir } = await tx.selectFrom('run').select('dir').where('id', '=', run).executeTakeFirstOrThrow();
  for (let from = 0; from < keys.length; from += atOnce) {
    const part = keys.slice(from, from + atOnce);
    await tx.deleteFrom('drawn').where('key', 'in', part).where('dir', '=', dir).execute();
  }
}

/** Claims draws for a run's directory; returns those that another directory has claimed before. */
export async function claimDraws(
  tx: Transaction<Tables>,
  run: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { dir } = await tx.selectFrom('run').select('dir').where('id', '=', run).executeTakeFirstOrThrow();
  const foreign = new Set<string>();
  for (let from = 0; from < keys.length; from += atOnce) {
    const part = keys.slice(from, from + atOnce);
    const rows = part.map((key) => ({ key, dir }));
    await tx
      .insertInto('drawn')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const others = tx.selectFrom('drawn').select('key').where('key', 'in', part).where('dir', '!=', dir);
    for (const { key } of await others.execute()) foreign.add(key);
  }
  return foreign;
}
