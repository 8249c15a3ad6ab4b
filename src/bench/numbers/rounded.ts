import type { Estimate } from './interval.ts';

const digits = 1e6;

/** A number with six decimals, as files have them. */
export function rounded(value: number): number {
  return Math.round(value * digits) / digits;
}

export function roundedEstimate({ value, ci95: [low, high] }: Estimate): Estimate {
  return { value: rounded(value), ci95: [rounded(low), rounded(high)] };
}
