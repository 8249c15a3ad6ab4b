import type { NightlyConfig } from '../../config/config.ts';
import type { GateFinding, NightRow } from '../../core/night.ts';

/** Earlier nights that a night is compared with. */
const remembered = 7;
/** Nights that kept fewer rows tell little of shares and costs. */
const leastKept = 5;

/** What gates look at. */
export type Gated = Pick<NightRow, 'kept' | 'yield' | 'pass_rate' | 'diversity' | 'cost_per_kept_usd' | 'latency_ms'>;

/** Holds a night against fixed limits, and against the median of the nights before it. */
export function gatesOf(
  gates: NightlyConfig['gates'],
  night: Gated,
  earlier: readonly Gated[],
): readonly GateFinding[] {
  const others = earlier.filter(({ kept }) => kept >= leastKept).slice(-remembered);
  const usual = (of: (one: Gated) => number): number => median(others.map(of));
  const atLeast = (gate: string, value: number, limit: number, why: string): GateFinding => ({
    gate,
    passed: value >= limit,
    value,
    limit,
    why,
  });
  const atMost = (gate: string, value: number, limit: number, why: string): GateFinding => ({
    gate,
    passed: value <= limit,
    value,
    limit,
    why,
  });
  const findings = [
    atLeast('min_kept', night.kept, gates.min_kept, `${night.kept} kept, at least ${gates.min_kept} wanted`),
  ];
  if (gates.min_pass_rate > 0) {
    findings.push(
      atLeast(
        'min_pass_rate',
        night.pass_rate,
        gates.min_pass_rate,
        `${share(night.pass_rate)} of solutions pass, at least ${share(gates.min_pass_rate)} wanted`,
      ),
    );
  }
  if (others.length === 0 || night.kept < leastKept) return findings;
  const falls = [
    ['yield_drop', night.yield, usual((one) => one.yield), gates.yield_drop],
    ['pass_rate_drop', night.pass_rate, usual((one) => one.pass_rate), gates.pass_rate_drop],
    ['diversity_drop', night.diversity, usual((one) => one.diversity), gates.diversity_drop],
  ] as const;
  for (const [gate, value, before, most] of falls) {
    findings.push(
      atLeast(
        gate,
        value,
        before * (1 - most),
        `${rounded(value)}, usually ${rounded(before)}; a fall of ${share(most)} is too much`,
      ),
    );
  }
  const rises = [
    ['cost_rise', night.cost_per_kept_usd, usual((one) => one.cost_per_kept_usd), gates.cost_rise],
    ['latency_rise', night.latency_ms, usual((one) => one.latency_ms), gates.latency_rise],
  ] as const;
  for (const [gate, value, before, times] of rises) {
    if (before > 0)
      findings.push(
        atMost(
          gate,
          value,
          before * times,
          `${rounded(value)}, usually ${rounded(before)}; ${times} times that is too much`,
        ),
      );
  }
  return findings;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function rounded(value: number): string {
  return Number(value.toPrecision(3)).toString();
}

function share(value: number): string {
  return `${Math.round(value * 100)} %`;
}
