import type { NightRow } from '../../../../src/core/night.ts';

/** A night as it should be, but for what is given. */
export function nightRow(more: Partial<NightRow> = {}): NightRow {
  return {
    night: '2026-11-23',
    started_at: '2026-11-23T22:00:00.000Z',
    finished_at: '2026-11-24T05:00:00.000Z',
    state: 'done',
    kept: 100,
    pairs: 150,
    draws: 100,
    yield: 1,
    pass_rate: 0.5,
    diversity: 0.8,
    requests: 900,
    faults: 3,
    tokens: 100_000,
    cost_usd: 1,
    cost_per_kept_usd: 0.01,
    latency_ms: 1000,
    elapsed_ms: 25_200_000,
    repeats: 4,
    take: 2,
    version: 1,
    rows: 100,
    gates: [],
    ...more,
  };
}
