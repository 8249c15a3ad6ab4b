import type { SoakConclusion } from './conclude.ts';
import { cycle } from './draw-candidate.ts';
import type { Line } from './render.ts';

const maxCpuChange = 0.05;
/** Heaps breathe, and children come and go: less than this is no growth. */
const maxGrowth = 0.1;

/** What a soak has to show, held against what it did show. */
export function linesOf({ judged, wrong, memory, cpu }: SoakConclusion): readonly Line[] {
  const tenth = judged / 10;
  // Children that were killed and come back weigh too much in a short run.
  const isLong = tenth >= cycle;
  // A tenth with another share of endless loops than the first one takes another time, whatever the sandbox does.
  const isComparable = tenth % cycle === 0;
  return [
    {
      what: 'every verdict right',
      wanted: '0 wrong',
      reached: `${wrong.length} wrong`,
      verdict: wrong.length === 0 ? 'met' : 'missed',
    },
    {
      what: 'resident memory flat after the first fifth',
      wanted: `at most ${percent(maxGrowth)}`,
      reached: percent(memory.growth),
      verdict: !isLong ? 'not told' : memory.growth <= maxGrowth ? 'met' : 'missed',
    },
    {
      what: 'CPU a candidate, last tenth against the first',
      wanted: `within ${percent(maxCpuChange)}`,
      reached: percent(cpu.change),
      verdict: !isComparable ? 'not told' : Math.abs(cpu.change) <= maxCpuChange ? 'met' : 'missed',
    },
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
