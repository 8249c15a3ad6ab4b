import { costOfBareLoop } from './bare-loop.ts';
import type { Cost } from './cost.ts';
import type { Problem } from './problem.ts';
import { costOfProcesses } from './processes.ts';
import { costOfWinnow } from './winnow.ts';
import { type Variant, type VariantName, variants } from './variants.ts';

/** What the same candidates cost one after the other, so that a busy machine slows down all three. */
export interface Round {
  readonly winnow: Cost;
  readonly processes: Cost | undefined;
  readonly bareLoop: Cost;
}

export type Rounds = Readonly<Record<VariantName, readonly Round[]>>;

export interface MeasureOptions {
  readonly workers: number;
  readonly rounds: number;
  /** How many candidates Winnow and the bare loop are measured with. */
  readonly rows: number;
  readonly only: RegExp;
}

/** A process for each takes so long that fewer tell enough. */
const processesShare = 10;

/** Measures every variant several times, in turns. Throws where a right solution is not found right. */
export async function measure(problems: readonly Problem[], options: MeasureOptions): Promise<Rounds> {
  const rounds: Record<VariantName, Round[]> = { plain: [], examples: [], property: [] };
  for (let round = 1; round <= options.rounds; round++) {
    for (const variant of variants.filter(({ name }) => options.only.test(name))) {
      const measured = await measureOnce(variant, problems, options);
      rounds[variant.name].push(measured);
      process.stderr.write(`round ${round}, ${variant.name}: ${summary(measured)}\n`);
    }
  }
  return rounds;
}

async function measureOnce(
  variant: Variant,
  problems: readonly Problem[],
  { workers, rows }: MeasureOptions,
): Promise<Round> {
  const winnow = await costOfWinnow(variant, problems, { workers, rows });
  const samples = Math.ceil(rows / processesShare);
  const processes = await costOfProcesses(variant, problems, { workers, samples });
  return { winnow, processes, bareLoop: await costOfBareLoop(variant, problems, { workers, samples: rows }) };
}

function summary({ winnow, processes, bareLoop }: Round): string {
  const rateOf = (cost: Cost | undefined): string => cost?.perSecond.toFixed(0) ?? '-';
  return `${rateOf(winnow)}/s, a process each ${rateOf(processes)}/s, bare loop ${rateOf(bareLoop)}/s`;
}
