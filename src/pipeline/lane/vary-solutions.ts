import type { Solution } from '../../core/task.ts';
import { distinctAlgorithms } from '../../curate/algorithms.ts';
import { writeAnotherSolution } from '../../generate/write-another-solution.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import type { DecidedTask } from './decided-task.ts';
import { solutionMannerOf, type LaneWork } from './lane-work.ts';
import { withSolutions } from './with-solutions.ts';

/**
 * Where a task's kept solutions go about it in fewer ways than the configuration asks for, asks for further ones that
 * do it differently. They are judged as all others are, and have no say in what is right: they have seen an answer.
 */
export async function varySolutions(ports: RunPorts, lane: LaneWork, decided: DecidedTask): Promise<DecidedTask> {
  const { algorithms, extra_solutions: most, solutions } = ports.config.generate;
  let known = decided;
  for (let extra = 0; extra < most; extra += 1) {
    const [first, ...others] = differentSolutions(known);
    if (!first || 1 + others.length >= algorithms) break;
    const { task } = known.written;
    const sample = solutions + extra;
    lane.record.tally.make('task', 'solution-request');
    const request = { task, draw: lane.draw.key, sample, manner: solutionMannerOf(ports, sample) };
    const reply = await writeAnotherSolution(ports.llm, { ...request, shown: [first, ...others] });
    const another = lane.record.receive('solve', reply, { task: taskRow(task), sample });
    if (!reply.ok) break;
    lane.record.tally.make('solve', 'solution', another ? 1 : 0);
    known = await withSolutions(ports, lane, known, another ? [another] : []);
  }
  return known;
}

/** One kept solution of each way. */
export function differentSolutions({ written, decision }: Pick<DecidedTask, 'written' | 'decision'>): Solution[] {
  const kept = written.solutions.filter((_, index) => decision.solutions[index]?.kind === 'keep');
  return distinctAlgorithms(kept.map(({ code }) => code)).flatMap((place) => kept[place] ?? []);
}
