import { median } from '../table.ts';
import type { Cost } from './cost.ts';
import type { Round, Rounds } from './measure.ts';
import type { VariantName } from './variants.ts';

/** Medians over the rounds; ratios are taken within a round. NaN where nothing was measured. */
export interface Conclusion {
  readonly name: VariantName;
  readonly winnow: Cost;
  readonly processes: Cost;
  readonly bareLoop: Cost;
  readonly timesProcesses: Ratio;
  readonly shareOfBareLoop: Ratio;
  /** CPU ms for each candidate beyond the bare loop's: what grading safety, the limits and the files cost. */
  readonly safetyCpuMs: number;
}

/** How much more is done in the same wall time, and in the same CPU time. */
export interface Ratio {
  readonly wall: number;
  readonly cpu: number;
}

export interface Goal {
  readonly what: string;
  readonly wanted: number;
  readonly reached: number;
}

/** What the rounds of each variant come to. */
export function conclude(rounds: Rounds): readonly Conclusion[] {
  return (Object.entries(rounds) as [VariantName, readonly Round[]][])
    .filter(([, measured]) => measured.length > 0)
    .map(([name, measured]) => ({
      name,
      winnow: typical(measured.map(({ winnow }) => winnow)),
      processes: typical(measured.flatMap(({ processes }) => processes ?? [])),
      bareLoop: typical(measured.map(({ bareLoop }) => bareLoop)),
      timesProcesses: ratio(measured, ({ processes }) => processes),
      shareOfBareLoop: ratio(measured, ({ bareLoop }) => bareLoop),
      safetyCpuMs: median(measured.map(({ winnow, bareLoop }) => winnow.cpuMs - bareLoop.cpuMs)),
    }));
}

/** What is wanted of a throughput, for the variants that were measured. */
export function goalsOf(conclusions: readonly Conclusion[]): readonly Goal[] {
  return conclusions.flatMap(({ name, timesProcesses, shareOfBareLoop }): Goal[] => {
    const floor = { what: `${name}: share of the bare loop`, wanted: 0.6, reached: shareOfBareLoop.wall };
    const times = { what: `${name}: times a process each`, reached: timesProcesses.wall };
    if (name === 'plain') return [{ ...times, wanted: 10 }, { ...times, wanted: 15 }, floor];
    return name === 'property' ? [{ ...times, wanted: 6 }, floor] : [floor];
  });
}

function typical(costs: readonly Cost[]): Cost {
  return {
    perSecond: median(costs.map(({ perSecond }) => perSecond)),
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  };
}

function ratio(rounds: readonly Round[], peerOf: (round: Round) => Cost | undefined): Ratio {
  const pairs = rounds.flatMap((round) => {
    const peer = peerOf(round);
    return peer === undefined ? [] : [{ winnow: round.winnow, peer }];
  });
  return {
    wall: median(pairs.map(({ winnow, peer }) => winnow.perSecond / peer.perSecond)),
    cpu: median(pairs.map(({ winnow, peer }) => peer.cpuMs / winnow.cpuMs)),
  };
}
