import { hash } from 'node:crypto';

/** What mixing knows of a row. */
export interface Mixable {
  readonly id: string;
  readonly isReal: boolean;
  /** Rows of a stratum are taken in proportion. */
  readonly stratum: string;
  /** What the row weighs: 1 where rows are counted, its tokens where those are. */
  readonly weight: number;
}

export interface MixOptions {
  /** The real share of the whole, from 0 to 1. */
  readonly real: number;
  /** Times that a row may stand in the mixture, at most. */
  readonly copies: number;
  /** Weight of the whole, at most. */
  readonly total: number;
  readonly seed: number;
}

/**
 * How often each row stands in the largest mixture with the wanted share of real data, in the order of the rows: each
 * part is taken from its strata in proportion to their sizes, whole rounds of all rows first where it must be upsampled,
 * and rows within a stratum by a hash of their ids, so that more rows change little about the choice.
 */
export function mix(rows: readonly Mixable[], options: MixOptions): readonly number[] {
  const { real, copies } = options;
  const available = (isReal: boolean): number =>
    rows.reduce((sum, row) => (row.isReal === isReal ? sum + row.weight * copies : sum), 0);
  const whole = Math.min(options.total, wholeOf(available(true), real), wholeOf(available(false), 1 - real));
  const times = new Map<Mixable, number>();
  take(
    rows.filter((row) => row.isReal),
    whole * real,
    options,
    times,
  );
  take(
    rows.filter((row) => !row.isReal),
    whole * (1 - real),
    options,
    times,
  );
  return rows.map((row) => times.get(row) ?? 0);
}

/** The weight of the whole of which so much is a share. */
function wholeOf(available: number, share: number): number {
  return share === 0 ? Number.POSITIVE_INFINITY : available / share;
}

type Times = Map<Mixable, number>;

/** Rounding must not cost a row of a part that is wanted whole. */
const slack = 1e-6;

function take(rows: readonly Mixable[], wanted: number, { seed }: MixOptions, times: Times): void {
  const once = weightOf(rows);
  const rounds = once === 0 ? 0 : Math.floor(wanted / once + slack);
  for (const row of rows) times.set(row, rounds);
  const share = once === 0 ? 0 : (wanted - rounds * once) / once;
  let owed = 0;
  for (const stratum of Map.groupBy(rows, (row) => row.stratum).values()) {
    owed += share * weightOf(stratum);
    owed -= takeSome(stratum, owed, seed, times);
  }
}

/** Takes rows until the next one would bring their weight further from the quota than it is; returns that weight. */
function takeSome(rows: readonly Mixable[], quota: number, seed: number, times: Times): number {
  const keyed = rows.map((row) => ({ row, key: hash('sha256', `${seed} ${row.id}`) }));
  let sum = 0;
  for (const { row } of keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    if (sum + row.weight / 2 > quota + slack) break;
    sum += row.weight;
    times.set(row, (times.get(row) ?? 0) + 1);
  }
  return sum;
}

function weightOf(rows: readonly Mixable[]): number {
  return rows.reduce((sum, { weight }) => sum + weight, 0);
}
