import { table } from '../table.ts';
import type { Conclusion, Goal, Ratio } from './conclude.ts';
import type { Cost } from './cost.ts';

export interface ThroughputReport {
  readonly problems: number;
  readonly leftOut: number;
  readonly workers: number;
  readonly rounds: number;
  readonly rows: number;
  readonly cores: number;
  /** Processes that wanted to run, on average over the last minute. */
  readonly load: number;
  readonly conclusions: readonly Conclusion[];
  readonly goals: readonly Goal[];
}

/** Rates, ratios, what safety costs, and which goals are met. */
export function renderThroughput(report: ThroughputReport): string {
  const { problems, leftOut, workers, rounds, rows, cores, load, conclusions, goals } = report;
  const without = leftOut === 0 ? '' : ` (${leftOut} left out, as they load modules)`;
  return [
    `${problems} problems${without}, ${workers} workers, medians of ${rounds} rounds of ${rows} candidates\n`,
    `once everything has started; ${cores} cores, load ${load.toFixed(1)}\n\n`,
    table([
      ['candidates a second', 'winnow', 'a process each', 'ratio', 'bare loop', 'share'],
      ...conclusions.map(rates),
    ]),
    '\n',
    table([
      ['CPU ms a candidate', 'winnow', 'a process each', 'ratio', 'bare loop', 'share', 'safety costs'],
      ...conclusions.map(costs),
    ]),
    '\n',
    table([['goal', 'wanted', 'reached', ''], ...goals.map(verdict)]),
  ].join('');
}

function rates({ name, winnow, processes, bareLoop, timesProcesses, shareOfBareLoop }: Conclusion): string[] {
  const rateOf = ({ perSecond }: Cost): string => shown(perSecond, 0);
  return [name, rateOf(winnow), ...beside(rateOf, { processes, bareLoop, timesProcesses, shareOfBareLoop }, 'wall')];
}

function costs({ safetyCpuMs, name, winnow, ...peers }: Conclusion): string[] {
  const costOf = ({ cpuMs }: Cost): string => shown(cpuMs, 2);
  return [name, costOf(winnow), ...beside(costOf, peers, 'cpu'), shown(safetyCpuMs, 2)];
}

type Peers = Pick<Conclusion, 'processes' | 'bareLoop' | 'timesProcesses' | 'shareOfBareLoop'>;

function beside(textOf: (cost: Cost) => string, peers: Peers, key: keyof Ratio): string[] {
  const { processes, bareLoop, timesProcesses, shareOfBareLoop } = peers;
  const [times, share] = [timesProcesses[key], shareOfBareLoop[key]];
  return [textOf(processes), shown(times, 1), textOf(bareLoop), shown(share * 100, 0, ' %')];
}

function verdict({ what, wanted, reached }: Goal): string[] {
  return [what, shown(wanted, 1), shown(reached, 2), isMet({ what, wanted, reached }) ? 'met' : 'missed'];
}

/** Whether a goal is reached; one that could not be measured is not. */
export function isMet({ wanted, reached }: Goal): boolean {
  return reached >= wanted;
}

function shown(value: number, decimals: number, unit = ''): string {
  return Number.isNaN(value) ? '-' : `${value.toFixed(decimals)}${unit}`;
}
