import type { Estimate } from './interval.ts';

const digits = 1e6;

/** A number with six decimals, as files have them: a number and its negative alike, and 0 without a sign. */
export function rounded(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * digits)) / digits + 0;
}

export function roundedEstimate({ value, ci95: [low, high] }: Estimate): Estimate {
  return { value: rounded(value), ci95: [rounded(low), rounded(high)] };
}
