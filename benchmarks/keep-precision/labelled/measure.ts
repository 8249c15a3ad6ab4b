import type { LabelledAnswer, LabelledTask } from './task.ts';
import { type Fate, type Rule, rules } from './rules.ts';
import type { Workbench } from './workbench.ts';

/** How many answers a rule keeps, and of what kind they are. */
export interface RuleResult {
  readonly name: string;
  readonly kept: number;
  readonly wrongKept: number;
  /** Right of the kept, from 0 to 1. */
  readonly precision: number;
  /** Kept of those that are right and pass the tests at hand. */
  readonly recall: number;
  /** Kept of all. */
  readonly yield: number;
}

export interface Judged extends LabelledAnswer {
  readonly isRight: boolean;
  readonly problem: string;
  readonly fates: Readonly<Record<string, Fate>>;
}

export interface LabelledMeasure {
  readonly problems: number;
  readonly answers: number;
  readonly results: readonly RuleResult[];
  readonly judged: readonly Judged[];
}

/** Has every rule decide about every answer. */
export async function measureLabelled(
  tasks: readonly LabelledTask[],
  bench: Workbench,
  onTask: (done: number) => void,
): Promise<LabelledMeasure> {
  const judged: Judged[] = [];
  for (const [done, task] of tasks.entries()) {
    const trial = await bench.trial(task);
    const fates = await Promise.all(
      rules.map(async (rule) => [rule.name, await rule.decide(trial, bench.provers)] as const),
    );
    for (const [index, answer] of task.answers.entries()) {
      const own = fates.flatMap(([name, all]) => (all[index] ? [[name, all[index]] as const] : []));
      const isRight = await bench.isRight(task, answer);
      judged.push({ ...answer, isRight, problem: task.problem, fates: Object.fromEntries(own) });
    }
    onTask(done + 1);
  }
  return {
    problems: tasks.length,
    answers: judged.length,
    results: rules.map((rule) => resultOf(rule, judged)),
    judged,
  };
}

function resultOf({ name }: Rule, judged: readonly Judged[]): RuleResult {
  const passing = judged.filter(({ fates, isRight }) => isRight && fates['keep if passes']?.isKept === true);
  const kept = judged.filter(({ fates }) => fates[name]?.isKept === true);
  const right = kept.filter(({ isRight }) => isRight).length;
  return {
    name,
    kept: kept.length,
    wrongKept: kept.length - right,
    precision: kept.length === 0 ? 1 : right / kept.length,
    recall: passing.length === 0 ? 1 : right / passing.length,
    yield: judged.length === 0 ? 0 : kept.length / judged.length,
  };
}
