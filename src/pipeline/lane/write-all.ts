import type { Seed } from '../../core/seed.ts';
import type { Origin, Solution, Suite, Task } from '../../core/task.ts';
import { writeSolution } from '../../generate/write-solution.ts';
import { writeSuite } from '../../generate/write-suite.ts';
import { writeTask } from '../../generate/write-task.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import { allDone } from '../stop.ts';
import type { LaneRecord } from './record.ts';

/** A task with everything that was written for it. */
export interface Written {
  readonly task: Task;
  readonly taskOrigin: Origin;
  readonly solutions: readonly Solution[];
  readonly suites: readonly Suite[];
  /** Replies that were to be a solution and held none. */
  readonly unreadable: number;
}

/** Has a task, its solutions and its suites written; undefined when the seed gave no task. */
export async function writeAll(ports: RunPorts, seed: Seed, record: LaneRecord): Promise<Written | undefined> {
  const { solutions: solutionCount, blind_suites: blindCount, sighted_suites: sightedCount } = ports.config.generate;
  const sampling = samplingOf(ports);
  record.tally.make('draw', 'draw');
  record.keep('draw');
  const made = record.receive('task', await writeTask(ports.llm, seed, sampling), { sample: 0 });
  if (!made) return undefined;
  const { task, origin: taskOrigin } = made;
  record.tally.make('task', 'solution-request', solutionCount);
  record.tally.make('task', 'suite-request', blindCount);

  const request = (sample: number) => ({ task, seed: seed.id, sample, sampling });
  const blind = allDone(upTo(blindCount).map((sample) => writeSuite(ports.llm, request(sample))));
  const replies = allDone(upTo(solutionCount).map((sample) => writeSolution(ports.llm, request(sample))));
  await allDone<unknown>([blind, replies]);
  const row = taskRow(task);
  const unreadable = (await replies).filter((reply) => reply.ok && reply.value.kind === 'malformed').length;
  const solutions = (await replies).flatMap(
    (reply, sample) => record.receive('solve', reply, { task: row, sample }) ?? [],
  );

  const [inSight] = solutions;
  const sighted = inSight ? upTo(sightedCount).map((index) => blindCount + index) : [];
  record.tally.make('solve', 'suite-request', sighted.length);
  const rest = sighted.map((sample) => writeSuite(ports.llm, { ...request(sample), ...(inSight && { inSight }) }));
  const suiteReplies = [...(await blind), ...(await allDone(rest))];
  const suites = suiteReplies.flatMap((reply, sample) => record.receive('tests', reply, { task: row, sample }) ?? []);
  return { task, taskOrigin, solutions, suites, unreadable };
}

export function samplingOf(ports: RunPorts): { temperature: number; maxTokens: number } {
  const { temperature, max_tokens: maxTokens } = ports.config.generate;
  return { temperature, maxTokens };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
