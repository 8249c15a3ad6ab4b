import { z } from 'zod';
import { statedTask } from '../core/contract.ts';
import type { Attempt } from '../core/attempt.ts';
import type { Outcome } from '../core/fault.ts';
import type { Llm } from '../core/ports.ts';
import type { Task } from '../core/task.ts';
import { critiqued, type Critiqued, type Principle } from '../core/writing.ts';
import { extractJson, readFields } from '../replies/index.ts';
import { ask, type Manner } from '../replies/ask.ts';
import { shapeOf } from '../replies/shape.ts';
import { critiqueSolutionPrompt, critiqueTaskPrompt, critiqueTestsPrompt } from './prompts/critique.ts';

/** A principle that some work breaks, and how. */
export interface CritiqueFault {
  readonly principle: string;
  readonly problem: string;
}

/** Work that is looked at: the task itself, or code written for it. */
export interface Work {
  readonly what: Critiqued;
  readonly task: Task;
  /** The solution, or the suite. */
  readonly code?: string;
}

export interface CritiqueRequest {
  readonly work: Work;
  readonly principles: readonly Principle[];
  readonly draw: string;
  /** Which piece of the draw's work it is (see `workIndex`). */
  readonly sample: number;
  readonly manner: Manner;
}

const critiqueReply = z.object({
  faults: z.array(z.object({ principle: z.string().min(1), problem: z.string().trim().min(1) })),
});

const critiqueShape = shapeOf(
  'critique',
  z.strictObject({ faults: z.array(z.strictObject({ principle: z.string(), problem: z.string() })) }),
);

/** The most pieces of one kind that a draw's work can have. */
const mostOfAKind = 1000;

/** The number under which a piece of work is asked about: the task 0, solutions from 1000 on, suites from 2000 on. */
export function workIndex(what: Critiqued, sample: number): number {
  return critiqued.indexOf(what) * mostOfAKind + sample;
}

/** Asks what breaks the principles that apply to some work; no faults where nothing does. */
export async function critique(
  llm: Llm,
  request: CritiqueRequest,
): Promise<Outcome<Attempt<readonly CritiqueFault[]>>> {
  const { work, principles, draw, sample, manner } = request;
  const { signature } = work.task;
  const statement = statedTask(work.task);
  const own = principles.filter(({ applies }) => applies.includes(work.what));
  const slots = { statement, signature, principles: listed(own), work: work.code ?? '' };
  const label = { stage: 'critique', seed: draw, sample } as const;
  const prompt = { task: critiqueTaskPrompt, solution: critiqueSolutionPrompt, tests: critiqueTestsPrompt }[work.what];
  return await ask(llm, { label, prompt, slots, manner, shape: critiqueShape }, ({ content }) => {
    const found = extractJson(content);
    const read = found.ok
      ? critiqueReply.safeParse(readFields(found.value, Object.keys(critiqueReply.shape)) ?? found.value)
      : undefined;
    if (read?.success) return { kind: 'made', value: read.data.faults };
    return { kind: 'malformed', message: found.ok ? 'the critique has no list of faults' : found.message };
  });
}

function listed(principles: readonly Principle[]): string {
  return principles.map(({ name, text }) => `- ${name}: ${text}`).join('\n');
}

/** Faults as a text for whoever revises the work. */
export function showFaults(faults: readonly CritiqueFault[]): string {
  return faults.map(({ principle, problem }) => `- ${principle}: ${problem}`).join('\n');
}
