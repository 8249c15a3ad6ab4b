import type { Config } from '../config/config.ts';
import { contentHash } from '../core/id.ts';
import type { Store } from '../core/store.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Candidate, JudgeLimits } from '../verify/candidate.ts';
import { ok } from '../core/fault.ts';
import { examine, type JudgePorts } from '../verify/examine.ts';
import type { Judge } from './ports.ts';
import type { Stop } from './stop.ts';
import { versions } from './versions.ts';

export interface JudgingOptions {
  readonly ports: JudgePorts;
  readonly limits: JudgeLimits;
  /** Source of each package that candidates may import, by name. */
  readonly packages: Readonly<Record<string, string>>;
  readonly store: Store;
  readonly stop: Stop;
}

export interface Judged {
  readonly candidate: Candidate;
  readonly limits: JudgeLimits;
  readonly packages: Readonly<Record<string, string>>;
}

/** Under what a store keeps a verdict: all that led to it. */
export function verdictKey({ candidate, limits, packages }: Judged): string {
  return contentHash({ candidate, limits, versions, packages: contentHash(packages) });
}

/** Judges candidates, each only once for a store: a verdict is kept by the content of all that led to it. */
export function storedJudge(options: JudgingOptions): Judge {
  const { ports, store, stop } = options;
  return (candidate, note) =>
    stop.begin(async () => {
      const limits = limitsFor(candidate, options.limits);
      const key = verdictKey({ candidate, limits, packages: options.packages });
      const known = await store.verdict(key);
      if (known !== undefined) return { ok: true, value: known as Verdict };
      const examined = await examine(ports, candidate, limits);
      if (!examined.ok) return examined;
      const { verdict, durationMs } = examined.value;
      note?.(durationMs);
      await store.putVerdict(key, verdict);
      return ok(verdict);
    });
}

/** Plain JavaScript has no types to be strict about. */
function limitsFor({ language }: Candidate, limits: JudgeLimits): JudgeLimits {
  return language === 'js' ? { ...limits, types: 'off' } : limits;
}

/** The limits that a configuration sets for every candidate. */
export function judgeLimits(config: Config): JudgeLimits {
  const { timeout_ms: cpuMs, memory_mb: memoryMb, repeat, types } = config.verify;
  return { cpuMs, memoryMb, outputKb: 256, repeat, types };
}
