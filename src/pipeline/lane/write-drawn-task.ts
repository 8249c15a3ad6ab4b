import type { Origin, Task, WrittenTask } from '../../core/task.ts';
import { eliminateTask } from '../../generate/eliminate-task.ts';
import { evolveTask } from '../../generate/evolve-task.ts';
import { screenSeed } from '../../generate/screen-seed.ts';
import { writeTask } from '../../generate/write-task.ts';
import type { DropReason } from '../../core/decision.ts';
import { drawKey } from '../../core/draw.ts';
import type { Operator } from '../../core/operator.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import { mannerOf, type LaneWork } from './lane-work.ts';
import { reviseDrawnTask } from './revise-task.ts';

/** A draw's task, with all that led to it. */
export interface DrawnTask {
  readonly task: Task;
  /** Of the seed's task first, then of each step after it. */
  readonly origins: readonly Origin[];
}

/** Has a draw's task written, evolved by its operators and revised; undefined where nothing came of it. */
export async function writeDrawnTask(ports: RunPorts, lane: LaneWork): Promise<DrawnTask | undefined> {
  const { draw, record } = lane;
  record.keep('draw');
  if (!(await isEducational(ports, lane))) return undefined;
  const written = record.receive('task', await writeTask(ports.llm, draw, mannerOf(ports)), { sample: 0 });
  if (!written) return undefined;
  const evolved = await evolveDrawnTask(ports, lane, { task: written.task, origins: [written.origin] });
  if (!evolved || !ports.config.generate.critique.includes('task')) return evolved;
  return await reviseDrawnTask(ports, lane, evolved);
}

/** Whether a task is to be made of the seed: of real code only what the model finds educational, where it is asked. */
async function isEducational(ports: RunPorts, { draw, record }: LaneWork): Promise<boolean> {
  const { seed } = draw;
  if (seed.path === undefined || !ports.config.seeds.screen) {
    record.tally.make('draw', 'draw');
    return true;
  }
  record.tally.make('draw', 'snippet');
  const opinion = record.take('screen', await screenSeed(ports.llm, seed, mannerOf(ports)), { sample: 0 });
  if (!opinion) return false;
  if (opinion.educational) {
    record.keep('screen');
    record.tally.make('screen', 'draw');
    return true;
  }
  const reason: DropReason = { kind: 'not-educational', why: opinion.reason };
  record.reject({ stage: 'screen', reason, lineage: record.lineage([]) });
  return false;
}

/** Applies the operators in their order; a step that fails ends the chain. */
async function evolveDrawnTask(ports: RunPorts, lane: LaneWork, base: DrawnTask): Promise<DrawnTask | undefined> {
  const { draw, record } = lane;
  if (draw.operators.length === 0) return base;
  record.tally.make('task', 'evolution');
  let known = base;
  for (const [place, operator] of draw.operators.entries()) {
    const step = { operator, draw: drawKey(draw.seed.id, draw.operators.slice(0, place + 1), draw.take) };
    const next = await evolveOnce(ports, lane, known.task, step);
    if (!next) return undefined;
    record.evolved(operator, known.task);
    known = { task: next.task, origins: [...known.origins, next.origin] };
  }
  record.keep('evolve');
  return known;
}

interface Step {
  readonly operator: Operator;
  /** Key of the draw that ends with the operator. */
  readonly draw: string;
}

async function evolveOnce(
  ports: RunPorts,
  { record }: LaneWork,
  task: Task,
  step: Step,
): Promise<WrittenTask | undefined> {
  const manner = mannerOf(ports);
  const context = { task: taskRow(task), sample: 0 };
  const evolved = record.take('evolve', await evolveTask(ports.llm, { task, ...step, manner }), context);
  if (!evolved) return undefined;
  if (!ports.config.generate.evolve.eliminate) return evolved;
  const request = { before: task, after: evolved.task, draw: step.draw, manner };
  const judged = record.take('evolve', await eliminateTask(ports.llm, request), context);
  if (!judged) return undefined;
  if (judged.kind === 'keep') return evolved;
  const { because, why } = judged;
  const reason: DropReason = { kind: 'eliminated', because, why };
  record.reject({ stage: 'evolve', reason, task: taskRow(evolved.task), lineage: record.lineage([evolved.origin]) });
  return undefined;
}
