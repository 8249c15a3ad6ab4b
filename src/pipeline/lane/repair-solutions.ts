import type { Solution } from '../../core/task.ts';
import type { RejectedVerdict } from '../../core/verdict.ts';
import { repairSolution } from '../../generate/repair-solution.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import { allDone } from '../stop.ts';
import type { DecidedTask } from './decided-task.ts';
import { solutionMannerOf, type LaneWork } from './lane-work.ts';
import { withSolutions } from './with-solutions.ts';

/** A solution that a suite which others satisfy has rejected. */
interface Broken {
  readonly solution: Solution;
  readonly verdict: RejectedVerdict;
  /** The solution as it was first written: its sample names all repairs of it. */
  readonly first: number;
}

/** How many repairs of one solution can be told apart by name. */
const mostRounds = 10;

/**
 * Hands rejected solutions back with what was found wrong with them, as often as the configuration says. Only what a
 * supported suite says is handed on: a wrong suite would be satisfied as well. What comes back joins the task's
 * solutions and is judged from the start, but has no say in what is right.
 */
export async function repairSolutions(ports: RunPorts, lane: LaneWork, decided: DecidedTask): Promise<DecidedTask> {
  let known = decided;
  for (let round = 0; round < ports.config.generate.solution_repairs; round += 1) {
    const broken = brokenSolutions(known, round);
    if (broken.length === 0) break;
    const repaired = await askAgain(ports, lane, { known, broken, round });
    known = await withSolutions(ports, lane, known, repaired);
  }
  return known;
}

/** At first what was written as it is; later what the round before has written and is still rejected. */
function brokenSolutions({ written, decision }: DecidedTask, round: number): Broken[] {
  const supported = new Set(
    written.suites.flatMap(({ id }, at) => (decision.suites[at]?.kind === 'supported' ? [id] : [])),
  );
  return written.solutions.flatMap((solution, index): Broken[] => {
    const fate = decision.solutions[index];
    const { derivedFrom, origin } = solution;
    if (round === 0 ? derivedFrom : derivedFrom?.by !== 'repair' || origin.sample % mostRounds !== round - 1) return [];
    if (fate?.kind !== 'drop' || fate.reason.kind !== 'failed' || !supported.has(fate.suite ?? '')) return [];
    const first = round === 0 ? origin.sample : Math.floor(origin.sample / mostRounds);
    return [{ solution, verdict: fate.reason.verdict, first }];
  });
}

interface Asking {
  readonly known: DecidedTask;
  readonly broken: readonly Broken[];
  readonly round: number;
}

async function askAgain(
  ports: RunPorts,
  { draw, record }: LaneWork,
  { known, broken, round }: Asking,
): Promise<Solution[]> {
  const { task, solutions } = known.written;
  record.tally.make('solve', 'repair-request', broken.length);
  const asked = broken.map(async ({ solution, verdict, first }) => {
    const sample = first * mostRounds + round;
    const request = { task, draw: draw.key, sample, manner: solutionMannerOf(ports, first), known: solutions };
    return { sample, reply: await repairSolution(ports.llm, { ...request, broken: solution, verdict }) };
  });
  const replies = await allDone(asked);
  const received = replies.flatMap(
    ({ sample, reply }) => record.receive('repair', reply, { task: taskRow(task), sample }) ?? [],
  );
  record.tally.make('repair', 'solution', received.length);
  return received;
}
