import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Course, Spending } from '../../core/course.ts';
import { inputError } from '../../core/error.ts';
import type { TaskRatingRow } from '../../core/rows.ts';
import { readText } from '../../input/read-text.ts';
import { writeAtomically } from '../../output/atomic-file.ts';
import type { AdmittedLane } from '../admission/admission.ts';
import type { LaneSummary } from '../lane/lane.ts';
import type { RunPorts } from '../ports.ts';
import type { Drawn } from '../rounds.ts';

const fileName = 'course.json';
const shownDraws = 10;

/** Writes how a run went, round by round, and which of its draws took most. */
export async function writeCourse(ports: RunPorts, dir: string, { marks, lanes }: Drawn): Promise<void> {
  const all: (Spending & { readonly lane: AdmittedLane })[] = [];
  for (const lane of lanes) {
    const unit = { kind: 'lane', key: lane.draw.key } as const;
    const { spent } = (await ports.store.settled(ports.run, unit)) as LaneSummary;
    if (spent) all.push({ lane, draw: lane.draw.key, ...spent, kept: lane.kept.length });
  }
  const most = async (of: (one: Spending) => number): Promise<Spending[]> => {
    const first = all.toSorted((a, b) => of(b) - of(a)).slice(0, shownDraws);
    return await Promise.all(first.map(async ({ lane, ...one }) => ({ ...one, ...(await titleOf(ports, lane)) })));
  };
  const course: Course = {
    rounds: marks,
    totals: {
      requests: sumOf(all, ({ requests }) => requests),
      model_ms: sumOf(all, (one) => one.model_ms),
      judging_ms: sumOf(all, (one) => one.judging_ms),
    },
    spending: {
      slowest: await most((one) => one.model_ms + one.judging_ms),
      costliest: await most((one) => one.prompt_tokens + one.completion_tokens),
    },
  };
  await writeAtomically(join(dir, fileName), [`${JSON.stringify(course, undefined, 2)}\n`]);
}

function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}

async function titleOf({ store, run }: RunPorts, { draw }: AdmittedLane): Promise<{ readonly title?: string }> {
  const [rating] = (await store.items(run, { kind: 'lane', key: draw.key }, 'rating')) as TaskRatingRow[];
  return rating ? { title: rating.task.title } : {};
}

const round = z.object({
  round: z.number(),
  draws: z.number(),
  kept: z.number(),
  requests: z.number(),
  tokens: z.number(),
  cost_usd: z.number(),
  elapsed_ms: z.number(),
});

const spending = z.object({
  draw: z.string(),
  title: z.string().exactOptional(),
  requests: z.number(),
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  cost_usd: z.number(),
  model_ms: z.number(),
  judging_ms: z.number(),
  kept: z.number(),
});

const schema: z.ZodType<Course> = z.object({
  rounds: z.array(round),
  totals: z.object({ requests: z.number(), model_ms: z.number(), judging_ms: z.number() }).optional(),
  spending: z.object({ slowest: z.array(spending), costliest: z.array(spending) }),
});

const unknown: Course = { rounds: [], spending: { slowest: [], costliest: [] } };

/** How the run of a folder went; empty where that was not written down. Throws an input error for a file that is no course. */
export function readCourse(folder: string): Course {
  const path = join(folder, fileName);
  if (!existsSync(path)) return unknown;
  try {
    return schema.parse(JSON.parse(readText(path, 'the course of the run')));
  } catch (cause) {
    throw inputError('course-unreadable', `${path} cannot be read. Take it away: the report goes without it.`, cause);
  }
}
