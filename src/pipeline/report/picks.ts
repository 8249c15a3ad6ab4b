import type { RejectedRow, SampleRow } from '../../core/rows.ts';

const shown = 10;
/** Topics whose row is held meanwhile. */
const held = 64;

/** Picks kept rows to show: of each topic the least sure, as that is where a doubt is worth most. */
export class KeptPicks {
  readonly #byTopic = new Map<string, SampleRow>();
  #others: SampleRow[] = [];

  add(sample: SampleRow): void {
    const topic = sample.task.topics[0] ?? '';
    const known = this.#byTopic.get(topic);
    if (known === undefined || sample.confidence < known.confidence) this.#byTopic.set(topic, sample);
    const other = known !== undefined && sample.confidence < known.confidence ? known : sample;
    if (known !== undefined && this.#others.length < shown) this.#others.push(other);
    if (this.#byTopic.size > held) this.#byTopic.delete(this.#sorted().at(-1)?.task.topics[0] ?? '');
  }

  list(): readonly SampleRow[] {
    const first = this.#sorted().slice(0, shown);
    const more = this.#others.filter(({ task }) => first.every((one) => one.task.id !== task.id));
    return [...first, ...more.slice(0, shown - first.length)];
  }

  #sorted(): SampleRow[] {
    return [...this.#byTopic.values()].toSorted((a, b) => a.confidence - b.confidence || (a.id < b.id ? -1 : 1));
  }
}

/** Rows that show most come first: with an input that proves them wrong. */
const telling = [
  'refuted',
  'no-agreement',
  'mutants-survive',
  'impure',
  'stopped',
  'tampered',
  'ill-typed',
  'contaminated',
];

/** Picks dropped rows to show: one for each reason, then a second. */
export class DroppedPicks {
  readonly #byReason = new Map<string, RejectedRow[]>();

  add(row: RejectedRow): void {
    const reason = reasonOf(row);
    const rows = this.#byReason.get(reason) ?? [];
    this.#byReason.set(reason, rows);
    if (rows.length < 2) rows.push(row);
    else if (hasCounterexample(row) && !rows.some(hasCounterexample)) rows[0] = row;
  }

  list(): readonly RejectedRow[] {
    const reasons = [...this.#byReason].toSorted(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
    const inTurn = [0, 1].flatMap((turn) => reasons.flatMap(([, rows]) => rows[turn] ?? []));
    return inTurn.slice(0, shown);
  }
}

/** The word under which a row's reason is counted. */
export function reasonOf({ reason }: RejectedRow): string {
  return typeof reason['because'] === 'string' ? reason['because'] : reason.kind;
}

function placeOf(reason: string): number {
  return telling.includes(reason) ? telling.indexOf(reason) : telling.length;
}

function hasCounterexample({ reason }: RejectedRow): boolean {
  return (reason['by'] as { counterexample?: unknown } | undefined)?.counterexample !== undefined;
}
