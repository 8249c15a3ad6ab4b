import type { WinnowError } from '../core/error.ts';
import type { Seed } from '../core/seed.ts';
import type { SampleRow } from '../core/rows.ts';
import { Admission, type AdmittedLane } from './admit.ts';
import { backtranslate } from './backtranslate.ts';
import { runLane } from './lane/lane.ts';
import type { RunPorts } from './ports.ts';
import { allDone } from './stop.ts';

export interface Drawn {
  /** In the order in which their rows stand in the files. */
  readonly lanes: readonly AdmittedLane[];
  readonly admission: Admission;
  /** Why the work ended before the target, where it did; the lanes are those of the rounds that were completed. */
  readonly stopped?: WinnowError;
}

/**
 * Works round by round until the target is met or every seed is drawn. Steps inside a round run in any order; what
 * decides about the dataset happens between them, in canonical order.
 */
export async function workRounds(ports: RunPorts, rounds: readonly (readonly Seed[])[]): Promise<Drawn> {
  const { curate, target } = ports.config;
  const admission = new Admission({ nearDuplicate: curate.near_duplicate, target });
  const lanes: AdmittedLane[] = [];
  for (const [round, seeds] of rounds.entries()) {
    if (admission.full || ports.stop.reason) {
      admission.tally.count('draw', { kind: 'pending' }, seeds.length);
      continue;
    }
    ports.onEvent({ kind: 'round-started', round, seeds: seeds.length });
    lanes.push(...(await completeOrUndo(ports, seeds, admission)));
    ports.onEvent({ kind: 'samples-admitted', kept: admission.kept });
  }
  return { lanes, admission, ...(ports.stop.reason && { stopped: ports.stop.reason }) };
}

/** A round that is stopped on its way counts as not begun: its stored steps wait for the next invocation. */
async function completeOrUndo(ports: RunPorts, seeds: readonly Seed[], admission: Admission): Promise<AdmittedLane[]> {
  const undo = admission.checkpoint();
  try {
    return await workRound(ports, seeds, admission);
  } catch (error) {
    if (!ports.stop.reason) throw error;
    undo();
    admission.tally.count('draw', { kind: 'pending' }, seeds.length);
    return [];
  }
}

async function workRound(ports: RunPorts, seeds: readonly Seed[], admission: Admission): Promise<AdmittedLane[]> {
  const settled = await allDone(
    seeds.map(async (seed) => {
      const summary = await runLane(ports, seed);
      ports.onEvent({ kind: 'lane-settled', seed: seed.id, accepted: summary.accepted.length });
      return { seed, summary };
    }),
  );
  const admitted = settled.map((lane) => admission.admit(lane));
  await allDone(admitted.map((lane) => backtranslateLane(ports, lane, admission)));
  return admitted;
}

async function backtranslateLane(ports: RunPorts, lane: AdmittedLane, admission: Admission): Promise<void> {
  const samples = await keptSamples(ports, lane);
  const chosen = samples.slice(0, ports.config.backtranslate.per_task);
  for (const [ordinal, sample] of chosen.entries()) {
    const summary = await backtranslate(ports, { seed: lane.seed, sample, ordinal });
    admission.tally.add(summary.counts);
    ports.onEvent({ kind: 'backtranslation-settled', sample: sample.id, passed: summary.passed });
  }
}

/** The whole rows of a lane's kept samples, in order. */
export async function keptSamples(ports: RunPorts, lane: AdmittedLane): Promise<SampleRow[]> {
  const accepted = await ports.store.items(ports.run, { kind: 'lane', key: lane.seed.id }, 'accepted');
  return (accepted as SampleRow[]).filter(({ id }) => lane.kept.includes(id));
}
