import { table } from '../table.ts';
import type { SoakConclusion } from './conclude.ts';

/** One thing that the run has to show. */
export interface Line {
  readonly what: string;
  readonly wanted: string;
  readonly reached: string;
  readonly verdict: 'met' | 'missed' | 'not told';
}

export interface SoakReport extends SoakConclusion {
  readonly lines: readonly Line[];
  readonly concurrency: number;
  /** Processes that wanted to run, on average over the last minute. */
  readonly load: number;
}

/** What was wrong, memory and CPU time along the run, and whether each line holds. */
export function renderSoak({ wrong, memory, cpu, lines, judged, seconds, concurrency, load }: SoakReport): string {
  const mistakes = wrong.map(({ id, kind, expected, seen }) => [id, kind, expected, seen.replaceAll(/\s+/g, ' ')]);
  const fifths = memory.fifthsMb.map((mb, index) => [
    `${(index + 1) * 20} %`,
    Math.round(mb),
    Math.round(memory.ownFifthsMb[index] ?? Number.NaN),
  ]);
  const tenths = cpu.tenthsMs.map((ms) => ms.toFixed(2)).join('  ');
  return [
    mistakes.length === 0 ? '' : `${table([['candidate', 'kind', 'expected', 'seen'], ...mistakes])}\n`,
    `${judged} candidates in ${seconds.toFixed(0)} s (${(judged / seconds).toFixed(0)}/s), ${concurrency} children, load ${load.toFixed(1)}\n\n`,
    table([['up to', 'resident MB', 'of the main process'], ...fifths]),
    `at most ${memory.peakMb.toFixed(0)} MB; ${signed(memory.slopeMb)} MB for 10,000 candidates\n\n`,
    `CPU ms a candidate, by tenths: ${tenths}\n\n`,
    table([
      ['line', 'wanted', 'reached', ''],
      ...lines.map(({ what, wanted, reached, verdict }) => [what, wanted, reached, verdict]),
    ]),
  ].join('');
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(1)}`;
}
