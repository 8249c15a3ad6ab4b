import type { WinnowError } from '../core/error.ts';
import type { Draw } from '../core/draw.ts';
import type { RoundMark } from '../core/course.ts';
import type { SampleRow } from '../core/rows.ts';
import type { Admission, AdmittedLane } from './admission/admission.ts';
import { openAdmission } from './admission/open-admission.ts';
import { backtranslate } from './backtranslate/backtranslate.ts';
import { runLane, type WorkLane } from './lane/lane.ts';
import { fixed, steered, type TopicYield } from '../seeds/steer.ts';
import type { RunPorts } from './ports.ts';
import { allDone } from './stop.ts';

export interface Drawn {
  /** In the order in which their rows stand in the files. */
  readonly lanes: readonly AdmittedLane[];
  readonly admission: Admission;
  /** How far the run was after each round. */
  readonly marks: readonly RoundMark[];
  /** Why the work ended before the target, where it did; the lanes are those of the rounds that were completed. */
  readonly stopped?: WinnowError;
}

export interface Rounds {
  readonly rounds: readonly (readonly Draw[])[];
  /** How a draw comes to samples; by having a task written for it, unless given. */
  readonly work?: WorkLane;
  /** How long the run has gone on, all invocations together. */
  readonly elapsedMs: () => number;
}

/**
 * Works round by round until the target is met or every seed is drawn. Steps inside a round run in any order; what
 * decides about the dataset happens between them, in canonical order.
 */
export async function workRounds(ports: RunPorts, { rounds, work, elapsedMs }: Rounds): Promise<Drawn> {
  using opened = await openAdmission(ports);
  const { admission } = opened;
  const lanes: AdmittedLane[] = [];
  const marks: RoundMark[] = [];
  const plan = ports.config.seeds.steer ? steered(rounds) : fixed(rounds);
  for (let draws = plan.next([]), round = 0; draws; draws = plan.next(yieldsOf(lanes)), round += 1) {
    if (admission.full || ports.stop.reason) {
      admission.tally.count('draw', { kind: 'pending' }, draws.length);
      continue;
    }
    ports.onEvent({ kind: 'round-started', round, seeds: draws.length });
    const own = await drawnFirst(ports, draws, admission);
    const admitted = await completeOrUndo(ports, { draws: own, admission, ...(work && { work }) });
    lanes.push(...admitted);
    const mark = await markRound(ports, { round, draws: lanes.length, kept: admission.kept, elapsed_ms: elapsedMs() });
    if (!ports.stop.reason) marks.push(mark);
    ports.onEvent({ kind: 'samples-admitted', kept: admission.kept, costUsd: mark.cost_usd });
    ports.onEvent({ kind: 'round-ended', lanes: admitted, counts: admission.tally.table() });
  }
  return { lanes, admission, marks, ...(ports.stop.reason && { stopped: ports.stop.reason }) };
}

/** How far the run is now; how far it was, where it had come through the round before. */
async function markRound(
  { store, run, stop }: RunPorts,
  here: Pick<RoundMark, 'round' | 'draws' | 'kept' | 'elapsed_ms'>,
): Promise<RoundMark> {
  const { sent, promptTokens, completionTokens, costUsd } = await store.requestCounts(run);
  const mark = { ...here, requests: sent, tokens: promptTokens + completionTokens, cost_usd: costUsd };
  if (stop.reason) return mark;
  const unit = { kind: 'round', key: String(here.round) } as const;
  await store.settle(run, { unit, retryable: false, summary: mark, items: [] });
  const known = (await store.settled(run, unit)) as RoundMark | undefined;
  return known?.kept === here.kept ? known : mark;
}

/** What the lanes so far have given, lane by lane. */
function yieldsOf(lanes: readonly AdmittedLane[]): TopicYield[] {
  return lanes.map(({ draw: { seed }, kept }) => {
    return { topic: seed.topic, difficulty: seed.difficulty, draws: 1, kept: kept.length };
  });
}

/** The draws of a round without those that another run of the store drew before, where that is asked for. */
async function drawnFirst(ports: RunPorts, draws: readonly Draw[], admission: Admission): Promise<readonly Draw[]> {
  const foreign = await ports.store.claimDraws(
    ports.run,
    draws.map(({ key }) => key),
  );
  if (ports.config.seeds.once === 'run') return draws;
  const own = draws.filter(({ key }) => !foreign.has(key));
  admission.tally.count('draw', { kind: 'dropped', reason: 'drawn-before' }, draws.length - own.length);
  return own;
}

interface Round {
  readonly draws: readonly Draw[];
  readonly admission: Admission;
  readonly work?: WorkLane;
}

/** A round that is stopped on its way counts as not begun: its stored steps wait for the next invocation. */
async function completeOrUndo(ports: RunPorts, round: Round): Promise<AdmittedLane[]> {
  const { draws, admission } = round;
  const undo = admission.checkpoint();
  try {
    return await workRound(ports, round);
  } catch (error) {
    if (!ports.stop.reason) throw error;
    undo();
    admission.tally.count('draw', { kind: 'pending' }, draws.length);
    if (ports.hasSuccessors) await giveBack(ports, draws);
    return [];
  }
}

/** Whoever draws them next finds their replies stored. */
async function giveBack({ store, run }: RunPorts, draws: readonly Draw[]): Promise<void> {
  await store.releaseDraws(
    run,
    draws.map(({ key }) => key),
  );
}

async function workRound(ports: RunPorts, { draws, admission, work }: Round): Promise<AdmittedLane[]> {
  const settled = await allDone(
    draws.map(async (draw) => {
      const summary = await runLane(ports, draw, work);
      ports.onEvent({ kind: 'lane-settled', seed: draw.key, accepted: summary.accepted.length });
      return { draw, summary, samples: await acceptedSamples(ports, draw) };
    }),
  );
  const admitted = admission.admit(settled);
  await allDone(admitted.map((lane) => backtranslateLane(ports, lane, admission)));
  return admitted;
}

async function backtranslateLane(ports: RunPorts, lane: AdmittedLane, admission: Admission): Promise<void> {
  const samples = await keptSamples(ports, lane);
  const chosen = samples.slice(0, ports.config.backtranslate.per_task);
  for (const [ordinal, sample] of chosen.entries()) {
    const summary = await backtranslate(ports, { draw: lane.draw, sample, ordinal });
    admission.tally.add(summary.counts);
    ports.onEvent({ kind: 'backtranslation-settled', sample: sample.id, passed: summary.passed });
  }
}

/** The whole rows of a lane's kept samples, in order. */
export async function keptSamples(ports: RunPorts, lane: AdmittedLane): Promise<SampleRow[]> {
  return (await acceptedSamples(ports, lane.draw)).filter(({ id }) => lane.kept.includes(id));
}

async function acceptedSamples(ports: RunPorts, { key }: Draw): Promise<SampleRow[]> {
  return (await ports.store.items(ports.run, { kind: 'lane', key }, 'accepted')) as SampleRow[];
}
