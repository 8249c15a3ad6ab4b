import type { Origin, Solution, Suite, Task } from '../../core/task.ts';
import type { Attempt } from '../../core/attempt.ts';
import type { Outcome } from '../../core/fault.ts';
import { writeSolution } from '../../generate/write-solution.ts';
import { writeSuite } from '../../generate/write-suite.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import { allDone } from '../stop.ts';
import { inTurn, mannerOf, solutionMannerOf, upTo, type LaneWork } from './lane-work.ts';
import { reviseWork, type Revisions } from './revise-work.ts';
import { writeDrawnTask, type DrawnTask } from './write-drawn-task.ts';

/** A task with everything that was written for it. */
export interface Written {
  readonly task: Task;
  readonly taskOrigins: readonly Origin[];
  /** Those that were derived from others come last. */
  readonly solutions: readonly Solution[];
  readonly suites: readonly Suite[];
  /** TypeScript unless given. */
  readonly language?: 'js';
  readonly revisions: Revisions;
  /** Models of the replies that were to be a solution and held none. */
  readonly unreadable: readonly string[];
}

/** Has a task, its solutions and its suites written; undefined when the draw gave no task. */
export async function writeAll(ports: RunPorts, lane: LaneWork): Promise<Written | undefined> {
  const drawn = await writeDrawnTask(ports, lane);
  if (!drawn) return undefined;
  const { task, origins: taskOrigins } = drawn;
  const { solutions, suites, unreadable } = await writeDrafts(ports, lane, drawn);
  const revisions = await reviseWork(ports, lane, { task, solutions, suites });
  return {
    task,
    taskOrigins,
    solutions: [...solutions, ...revisions.solutions.map(({ after }) => after)],
    suites: [...suites, ...revisions.suites.map(({ after }) => after)],
    revisions,
    unreadable,
  };
}

async function writeDrafts(
  ports: RunPorts,
  { draw, record }: LaneWork,
  { task }: DrawnTask,
): Promise<Pick<Written, 'solutions' | 'suites' | 'unreadable'>> {
  const {
    solutions: solutionCount,
    blind_suites: blindCount,
    sighted_suites,
    styles,
    suite_focus,
  } = ports.config.generate;
  record.tally.make('task', 'solution-request', solutionCount);
  record.tally.make('task', 'suite-request', blindCount);
  const request = (sample: number) => ({ task, draw: draw.key, sample, manner: mannerOf(ports) });
  const blind = allDone(
    upTo(blindCount).map((sample) =>
      writeSuite(ports.llm, { ...request(sample), focus: inTurn(suite_focus, sample) ?? 'whole' }),
    ),
  );
  const replies = allDone(
    upTo(solutionCount).map((sample) => {
      const style = inTurn(styles, sample);
      const asked = { ...request(sample), manner: solutionMannerOf(ports, sample) };
      return writeSolution(ports.llm, { ...asked, ...(style !== undefined && { style }) });
    }),
  );
  await allDone<unknown>([blind, replies]);
  const row = taskRow(task);
  const unreadable = (await replies).flatMap(unreadableBy);
  const solutions = (await replies).flatMap(
    (reply, sample) => record.receive('solve', reply, { task: row, sample }) ?? [],
  );

  const [inSight] = solutions;
  const sighted = inSight ? upTo(sighted_suites).map((index) => blindCount + index) : [];
  record.tally.make('solve', 'suite-request', sighted.length);
  const rest = sighted.map((sample) => writeSuite(ports.llm, { ...request(sample), ...(inSight && { inSight }) }));
  const suiteReplies = [...(await blind), ...(await allDone(rest))];
  const suites = suiteReplies.flatMap((reply, sample) => record.receive('tests', reply, { task: row, sample }) ?? []);
  return { solutions, suites, unreadable };
}

function unreadableBy(reply: Outcome<Attempt<Solution>>): string[] {
  return reply.ok && reply.value.kind === 'malformed' ? [reply.value.model] : [];
}
