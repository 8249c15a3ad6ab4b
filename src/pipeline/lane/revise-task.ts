import { critique, workIndex } from '../../generate/critique.ts';
import { reviseTask } from '../../generate/revise.ts';
import type { RunPorts } from '../ports.ts';
import { revisionRow } from '../products/revisions.ts';
import { taskRow } from '../rows.ts';
import { mannerOf, type LaneWork } from './lane-work.ts';
import type { DrawnTask } from './write-drawn-task.ts';

/**
 * Has a task criticised by the principles, and written again where they find fault. All that follows is for the
 * revised task; the one before is kept beside it, and goes on where the revision cannot be read.
 */
export async function reviseDrawnTask(ports: RunPorts, lane: LaneWork, drawn: DrawnTask): Promise<DrawnTask> {
  const { draw, record } = lane;
  const { task } = drawn;
  const sample = workIndex('task', 0);
  const asked = { draw: draw.key, sample, manner: mannerOf(ports) };
  const context = { task: taskRow(task), sample };
  record.tally.make('task', 'draft');
  const work = { what: 'task', task } as const;
  const faults = record.take(
    'revise',
    await critique(ports.llm, { work, principles: ports.principles, ...asked }),
    context,
  );
  if (!faults) return drawn;
  if (faults.length === 0) {
    record.keep('revise');
    return drawn;
  }
  const revised = record.receive('revise', await reviseTask(ports.llm, { task, faults, ...asked }), context);
  if (!revised) return drawn;
  const after = revised.task;
  record.add(
    'revision',
    revisionRow({ what: 'task', task: taskRow(after), faults, before: taskRow(task), after: taskRow(after) }),
  );
  return { task: after, origins: [...drawn.origins, revised.origin] };
}
