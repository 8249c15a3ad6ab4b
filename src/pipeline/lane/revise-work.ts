import type { Attempt } from '../../core/attempt.ts';
import type { Outcome } from '../../core/fault.ts';
import type { Solution, Suite, Task } from '../../core/task.ts';
import type { Critiqued } from '../../core/writing.ts';
import { critique, workIndex, type CritiqueFault } from '../../generate/critique.ts';
import { reviseSolution, reviseTests, type ReviseRequest } from '../../generate/revise.ts';
import type { RunPorts } from '../ports.ts';
import { taskRow } from '../rows.ts';
import { allDone } from '../stop.ts';
import { mannerOf, type LaneWork } from './lane-work.ts';

/** A text with the one that it was revised into. */
export interface Revision<T> {
  readonly before: T;
  readonly faults: readonly CritiqueFault[];
  readonly after: T;
}

export interface Revisions {
  readonly solutions: readonly Revision<Solution>[];
  readonly suites: readonly Revision<Suite>[];
}

export interface Drafts {
  readonly task: Task;
  readonly solutions: readonly Solution[];
  readonly suites: readonly Suite[];
}

/** Has the solutions and suites criticised that the configuration says, and written again where there is fault. */
export async function reviseWork(ports: RunPorts, lane: LaneWork, drafts: Drafts): Promise<Revisions> {
  const { critique: wanted } = ports.config.generate;
  const { task } = drafts;
  const solutions = wanted.includes('solution') ? drafts.solutions : [];
  const suites = wanted.includes('tests') ? drafts.suites : [];
  lane.record.tally.make('solve', 'draft', solutions.length);
  lane.record.tally.make('tests', 'draft', suites.length);
  const [ofSolutions, ofSuites] = await Promise.all([
    reviseAll(ports, lane, { what: 'solution', task, drafts: solutions }, (request, solution) =>
      reviseSolution(ports.llm, { ...request, solution }),
    ),
    reviseAll(ports, lane, { what: 'tests', task, drafts: suites }, (request, suite) =>
      reviseTests(ports.llm, { ...request, suite }),
    ),
  ]);
  return {
    solutions: received(lane, task, ofSolutions),
    suites: received(lane, task, ofSuites),
  };
}

interface Draft {
  readonly code: string;
  readonly origin: { readonly sample: number };
}

interface Reviewed<T> {
  readonly draft: T;
  readonly sample: number;
  readonly faults: Outcome<Attempt<readonly CritiqueFault[]>>;
  /** Absent where there is nothing to revise. */
  readonly revised?: Outcome<Attempt<T>>;
}

async function reviseAll<T extends Draft>(
  ports: RunPorts,
  { draw }: LaneWork,
  { what, task, drafts }: { readonly what: Critiqued; readonly task: Task; readonly drafts: readonly T[] },
  revise: (request: ReviseRequest, draft: T) => Promise<Outcome<Attempt<T>>>,
): Promise<readonly Reviewed<T>[]> {
  const { llm, principles } = ports;
  return await allDone(
    drafts.map(async (draft): Promise<Reviewed<T>> => {
      const sample = workIndex(what, draft.origin.sample);
      const asked = { draw: draw.key, sample, manner: mannerOf(ports) };
      const faults = await critique(llm, { work: { what, task, code: draft.code }, principles, ...asked });
      if (!faults.ok || faults.value.kind === 'malformed' || faults.value.value.length === 0) {
        return { draft, sample, faults };
      }
      const revised = await revise({ task, faults: faults.value.value, ...asked }, draft);
      return { draft, sample, faults, revised };
    }),
  );
}

/** Recorded in the order of the drafts, however the replies came in. */
function received<T extends Draft>({ record }: LaneWork, task: Task, reviewed: readonly Reviewed<T>[]): Revision<T>[] {
  return reviewed.flatMap(({ draft, sample, faults, revised }) => {
    const context = { task: taskRow(task), sample };
    const found = record.take('revise', faults, context);
    if (!found) return [];
    if (!revised) {
      record.keep('revise');
      return [];
    }
    const after = record.receive('revise', revised, context);
    return after ? [{ before: draft, faults: found, after }] : [];
  });
}
