import type { Solution } from '../../core/task.ts';
import type { RunPorts } from '../ports.ts';
import type { DecidedTask } from './decided-task.ts';
import { judgeSolutions } from './judge-matrix.ts';
import type { LaneWork } from './lane-work.ts';
import { proveLane } from './prove-lane.ts';

/** Adds solutions to a task: they are judged against all of its suites, and everything is decided anew. */
export async function withSolutions(
  ports: RunPorts,
  { record }: LaneWork,
  known: DecidedTask,
  more: readonly Solution[],
): Promise<DecidedTask> {
  if (more.length === 0) return known;
  const { suites } = known.written;
  const rows = await judgeSolutions(ports, { solutions: more, suites }, record);
  const judgements = [...known.judgements, ...rows];
  const written = { ...known.written, solutions: [...known.written.solutions, ...more] };
  return { ...known, written, judgements, decision: await proveLane(ports, written, judgements) };
}
