import type { StageTable } from '../../core/accounting.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { Draw } from '../../core/draw.ts';
import type { Settlement } from '../../core/store.ts';
import type { RunPorts } from '../ports.ts';
import { recordDecision } from './record-decision.ts';
import { judgeMatrix } from './judge-matrix.ts';
import { metered, type Spent } from './metered.ts';
import { minimalSuites } from './minimal-suites.ts';
import { proveLane } from './prove-lane.ts';
import type { LaneWork } from './lane-work.ts';
import { LaneRecord } from './record.ts';
import { repairSolutions } from './repair-solutions.ts';
import { repairSuites } from './repair-suites.ts';
import { varySolutions } from './vary-solutions.ts';
import { matrixTrace } from '../trace/matrix-trace.ts';
import { tracedLlm, unitTrace } from '../trace/traced-llm.ts';
import { writeAll, type Written } from './write-all.ts';

/** What the orchestrator needs to know of a settled lane. */
export interface LaneSummary {
  readonly counts: StageTable;
  readonly accepted: readonly AcceptedSummary[];
  /** Absent from lanes that were settled before it was measured. */
  readonly spent?: Spent;
}

export interface AcceptedSummary {
  readonly sample: string;
  readonly code: string;
}

/** What a draw leads to: its accepted samples, everything else on record. */
export type WorkLane = (ports: RunPorts, lane: LaneWork) => Promise<SampleRow[]>;

/** A draw's way to decided solutions: its settled result where there is one, otherwise all of it, then settled. */
export async function runLane(ports: RunPorts, draw: Draw, work: WorkLane = writeAndDecide): Promise<LaneSummary> {
  const unit = { kind: 'lane', key: draw.key } as const;
  const known = await ports.store.settled(ports.run, unit);
  if (known !== undefined) return known as LaneSummary;
  const settlement = await workLane(ports, draw, work);
  await ports.store.settle(ports.run, { unit, ...settlement });
  return settlement.summary;
}

async function workLane(
  ports: RunPorts,
  draw: Draw,
  work: WorkLane,
): Promise<Omit<Settlement, 'unit'> & { summary: LaneSummary }> {
  const record = new LaneRecord(ports, draw);
  const meter = metered(ports);
  const llm = tracedLlm(meter.ports.llm, ports.config);
  const accepted = await work({ ...meter.ports, llm }, { draw, record });
  record.add('trace', unitTrace(draw, llm));
  const summary = {
    counts: record.tally.table(),
    accepted: accepted.map((sample) => ({ sample: sample.id, code: sample.solution })),
    spent: meter.spent(),
  };
  return { retryable: record.retryable, summary, items: record.items };
}

async function writeAndDecide(ports: RunPorts, lane: LaneWork): Promise<SampleRow[]> {
  const written = await writeAll(ports, lane);
  return written ? await decideWritten(ports, written, lane) : [];
}

async function decideWritten(ports: RunPorts, written: Written, lane: LaneWork): Promise<SampleRow[]> {
  const judgements = await judgeMatrix(ports, written, lane.record);
  const decided = { written, judgements, decision: await proveLane(ports, written, judgements), suiteRepairs: [] };
  const repaired = await repairSolutions(ports, lane, await repairSuites(ports, lane, decided));
  const varied = await varySolutions(ports, lane, repaired);
  lane.record.add('matrix', matrixTrace(varied));
  return recordDecision(lane.record, varied, await minimalSuites(ports, varied));
}
