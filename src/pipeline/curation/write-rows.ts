import { join } from 'node:path';
import { openRows } from '../../output/open-rows.ts';
import type { RowSink } from '../../output/row-sink.ts';
import type { Fate } from './fates.ts';
import type { Placed } from './place-rows.ts';
import type { DatasetRow } from './read-dataset.ts';
import type { Surveyed } from './survey.ts';

/** What was decided about a row. */
export interface Decided {
  readonly row: Surveyed;
  readonly times: number;
  readonly place: Placed | undefined;
}

const advice = { flag: '--out', next: 'run the same command again' };

/** Writes the files of a curated dataset, each complete when its name appears. */
export class CuratedFiles {
  readonly #out: string;
  readonly #sinks = new Map<string, RowSink>();
  readonly rowsBySplit: Map<string, number> = new Map();

  constructor(out: string) {
    this.#out = out;
  }

  /** A row that is kept, as often as it stands in the mixture, with where it came from and where it goes. */
  async keep(found: DatasetRow, { row, times, place }: Decided, name: string): Promise<void> {
    const { file, line, isReal, value } = found;
    const { group = '', split = '' } = place ?? {};
    for (let copy = 1; copy <= times; copy += 1) {
      const curation = { origin: isReal ? 'real' : 'synthetic', file, line, group, split };
      const repeated = copy > 1 ? { copy } : {};
      await this.#write(name, { ...value, group, curation: { ...curation, key: row.key, ...repeated } });
      this.rowsBySplit.set(split, (this.rowsBySplit.get(split) ?? 0) + 1);
    }
  }

  async drop({ file, line }: Pick<DatasetRow, 'file' | 'line'>, id: string | undefined, fate: Fate): Promise<void> {
    const { stage, reason } = fate;
    await this.#write('rejected.jsonl', { ...(id !== undefined && { id }), stage, reason, file, line });
  }

  /** A line that is no row. */
  async dropLine({ stage, reason }: Fate): Promise<void> {
    await this.#write('rejected.jsonl', { stage, reason });
  }

  /** Makes sure of a file, though it be empty. */
  async ensure(name: string): Promise<void> {
    await this.#sink(name);
  }

  async finish(): Promise<void> {
    for (const sink of this.#sinks.values()) await sink.finish();
  }

  async close(): Promise<void> {
    for (const sink of this.#sinks.values()) await sink.close();
  }

  async #write(name: string, row: unknown): Promise<void> {
    const sink = await this.#sink(name);
    await sink.write(`${JSON.stringify(row)}\n`);
  }

  async #sink(name: string): Promise<RowSink> {
    const known = this.#sinks.get(name);
    if (known) return known;
    const path = join(this.#out, name);
    const sink = await openRows({ path, from: 0, state: () => null, advice });
    this.#sinks.set(name, sink);
    return sink;
  }
}
