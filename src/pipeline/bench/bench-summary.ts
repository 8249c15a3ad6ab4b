import type { Summary } from '../../bench/numbers/summary.ts';

/** A summary with what it is the summary of. */
export type BenchSummary = Summary & {
  readonly title: string;
  readonly set: { readonly shape: string; readonly digest: string };
  readonly settings: Readonly<Record<string, string | number>>;
  readonly sampling?: Readonly<Record<string, unknown>>;
  readonly stopped?: string;
};
