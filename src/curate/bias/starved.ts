import { Counts } from '../diversity/counts.ts';

/** What is looked at for each row, by what a filter may favour. */
export type Traits = Readonly<Record<string, string>>;

/** A value of which a filter lets clearly less, or clearly more, through than of the rest. */
export interface Shift {
  readonly filter: string;
  /** Such as `topic`. */
  readonly trait: string;
  readonly value: string;
  /** Rows with the value that entered the filter, and that left it. */
  readonly before: number;
  readonly after: number;
  /** Share of them that passed, and share of all others. */
  readonly passed: number;
  readonly others_passed: number;
  /** How likely so great a difference is by chance alone. */
  readonly p: number;
  readonly kind: 'starved' | 'favoured';
}

/** Filter → trait → value → rows before and after. */
export type Distributions = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly [before: number, after: number]>>>>>
>;

/** Values of fewer rows show nothing. */
const leastRows = 5;
/** Share of false alarms that is put up with among the shifts that are reported. */
const falseDiscoveries = 0.05;

/** Counts what enters and leaves filters, by the traits of the rows, and tells what they starve. */
export class FilterBias {
  readonly #filters = new Map<string, Map<string, { readonly before: Counts; readonly after: Counts }>>();

  /** A row entered a filter, and passed it or did not. */
  add(filter: string, traits: Traits, hasPassed: boolean): void {
    const byTrait = this.#filters.get(filter) ?? new Map<string, { before: Counts; after: Counts }>();
    this.#filters.set(filter, byTrait);
    for (const [trait, value] of Object.entries(traits)) {
      const counts = byTrait.get(trait) ?? { before: new Counts(), after: new Counts() };
      byTrait.set(trait, counts);
      counts.before.add(value);
      if (hasPassed) counts.after.add(value);
    }
  }

  /** For each filter and trait: how many rows of each value entered, and how many passed. */
  distributions(): Distributions {
    return Object.fromEntries(
      [...this.#filters].map(([filter, byTrait]) => [
        filter,
        Object.fromEntries([...byTrait].map(([trait, counts]) => [trait, distributionOf(counts)])),
      ]),
    );
  }

  /**
   * The shifts that chance does not explain, the least likely first: for each value a test of two proportions, and over
   * all of them the false discovery rate bounded (Benjamini and Hochberg 1995).
   */
  shifts(): Shift[] {
    const all = [...this.#filters].flatMap(([filter, byTrait]) =>
      [...byTrait].flatMap(([trait, counts]) => shiftsOf(filter, trait, counts)),
    );
    const ranked = all.toSorted((a, b) => a.p - b.p);
    const last = ranked.findLastIndex(({ p }, place) => p <= ((place + 1) / ranked.length) * falseDiscoveries);
    return ranked.slice(0, last + 1);
  }
}

function shiftsOf(
  filter: string,
  trait: string,
  { before, after }: { readonly before: Counts; readonly after: Counts },
): Shift[] {
  if (before.total === after.total) return [];
  return before.entries().flatMap(([value, entered]) => {
    const others = before.total - entered;
    if (entered < leastRows || others < leastRows) return [];
    const left = after.of(value);
    const [passed, othersPassed] = [left / entered, (after.total - left) / others];
    const kind = passed < othersPassed ? 'starved' : 'favoured';
    const shares = { passed: rounded(passed), others_passed: rounded(othersPassed) };
    const p = chanceOf({ passed, of: entered }, { passed: othersPassed, of: others });
    return [{ filter, trait, value, before: entered, after: left, ...shares, p, kind } as const];
  });
}

function distributionOf({ before, after }: { readonly before: Counts; readonly after: Counts }) {
  return Object.fromEntries(
    before.entries().map(([value, times]): [string, [number, number]] => [value, [times, after.of(value)]]),
  );
}

interface Proportion {
  readonly passed: number;
  readonly of: number;
}

/** The two-sided p-value of the z-test that two proportions are the same. */
function chanceOf(a: Proportion, b: Proportion): number {
  const pooled = (a.passed * a.of + b.passed * b.of) / (a.of + b.of);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  if (deviation === 0) return 1;
  return 2 * upperTail(Math.abs(a.passed - b.passed) / deviation);
}

/** The share of the standard normal distribution above z >= 0 (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const coefficients = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  return density * coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * t, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
