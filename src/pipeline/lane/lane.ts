import type { StageTable } from '../../core/accounting.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { Seed } from '../../core/seed.ts';
import type { Settlement } from '../../core/store.ts';
import type { RunPorts } from '../ports.ts';
import { recordDecision } from './record-decision.ts';
import { judgeMatrix } from './judge-matrix.ts';
import { minimalSuites } from './minimal-suites.ts';
import { proveLane } from './prove-lane.ts';
import { LaneRecord } from './record.ts';
import { repairSuites } from './repair-suites.ts';
import { writeAll, type Written } from './write-all.ts';

/** What the orchestrator needs to know of a settled lane. */
export interface LaneSummary {
  readonly counts: StageTable;
  readonly accepted: readonly AcceptedSummary[];
}

export interface AcceptedSummary {
  readonly sample: string;
  readonly code: string;
}

/** A seed's way to decided solutions: its settled result where there is one, otherwise all of it, then settled. */
export async function runLane(ports: RunPorts, seed: Seed): Promise<LaneSummary> {
  const unit = { kind: 'lane', key: seed.id } as const;
  const known = await ports.store.settled(ports.run, unit);
  if (known !== undefined) return known as LaneSummary;
  const settlement = await workLane(ports, seed);
  await ports.store.settle(ports.run, { unit, ...settlement });
  return settlement.summary;
}

async function workLane(ports: RunPorts, seed: Seed): Promise<Omit<Settlement, 'unit'> & { summary: LaneSummary }> {
  const record = new LaneRecord(ports, seed);
  const written = await writeAll(ports, seed, record);
  const accepted = written ? await decideWritten(ports, written, { seed, record }) : [];
  const summary = {
    counts: record.tally.table(),
    accepted: accepted.map((sample) => ({ sample: sample.id, code: sample.solution })),
  };
  return { retryable: record.retryable, summary, items: record.items };
}

async function decideWritten(
  ports: RunPorts,
  written: Written,
  lane: { readonly seed: Seed; readonly record: LaneRecord },
): Promise<SampleRow[]> {
  const judgements = await judgeMatrix(ports, written, lane.record);
  const decided = { written, judgements, decision: await proveLane(ports, written, judgements), suiteRepairs: [] };
  const repaired = await repairSuites(ports, lane, decided);
  return recordDecision(lane.record, repaired, await minimalSuites(ports, repaired));
}
