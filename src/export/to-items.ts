import { contentId } from '../core/id.ts';
import type { LabelRow, PairRow, PreferenceRow, SampleRow } from '../core/rows.ts';
import { describingPrompt, fencedCode } from '../core/pair-prompt.ts';
import { taskPrompt } from '../core/task-prompt.ts';
import type { Choice, Exchange, Exercise, Item, Proof, Rated } from './items.ts';

/** What never stands in two splits: as the sample says, and its seed where it says nothing. */
export function groupOf({ group, lineage }: SampleRow): string {
  return group ?? lineage.seed;
}

/** A pair as a question and its answer; `withReasoning` puts what the model thought of its solution before it. */
export function pairItem(pair: PairRow, sample: SampleRow, withReasoning: boolean): Item<Exchange> {
  const code = fencedCode(pair);
  const content =
    pair.direction === 'description-to-code'
      ? { question: pair.description, answer: `${withReasoning ? thoughtsOn(pair, sample) : ''}${code}` }
      : { question: describingPrompt(pair), answer: pair.description };
  const accepts = pair.round_trip === undefined ? {} : { accepts: [pair.round_trip.solution] };
  return item(pair.id, sample, content, { direction: pair.direction, ...accepts });
}

export function preferenceItem(row: PreferenceRow, sample: SampleRow): Item<Choice> {
  const content = { question: row.prompt, chosen: fenced(row.chosen), rejected: fenced(row.rejected) };
  return item(row.id, sample, content, { refutes: [row.rejected] });
}

export function labelItem(row: LabelRow, sample: SampleRow): Item<Rated> {
  const content = { question: row.prompt, answer: fenced(row.completion), label: row.label };
  const isOther = row.completion !== sample.verification.solution;
  const accepts = isOther ? { accepts: [row.completion] } : {};
  return item(row.id, sample, content, row.label ? accepts : { refutes: [row.completion] });
}

/** A sample's task as an exercise: its tests are the ground truth, and its solution shows that it can be solved. */
export function taskItem(sample: SampleRow): Item<Exercise> {
  const { task, tests, verification } = sample;
  const content = {
    question: taskPrompt(task),
    tests: [tests],
    task: task.id,
    entryPoint: task.entry_point,
    difficulty: task.difficulty,
    maxExecutionTime: (verification.limits['cpu_ms'] ?? defaultCpuMs) / 1000,
  };
  return item(contentId('exercise', [task.id, sample.id]), sample, content, {});
}

/** A kept task is itself a verified description of its solution. */
export function statementPair(sample: SampleRow): PairRow {
  return {
    id: contentId('pair', ['statement', sample.id]),
    direction: 'description-to-code',
    source: 'statement',
    description: taskPrompt(sample.task),
    code: sample.solution,
    sample: sample.id,
    lineage: sample.lineage,
  };
}

const defaultCpuMs = 3000;

function item<Content>(
  id: string,
  sample: SampleRow,
  content: Content,
  proof: Omit<Proof, 'sample' | 'verification'>,
): Item<Content> {
  const { verification } = sample;
  return { id, group: groupOf(sample), content, proof: { sample: sample.id, ...proof, verification } };
}

/** Only the statement is what the model thought about: another description asks for the same in other words. */
function thoughtsOn({ source }: PairRow, { reasoning }: SampleRow): string {
  return source === 'statement' && reasoning !== undefined ? `<think>\n${reasoning.trim()}\n</think>\n\n` : '';
}

function fenced(code: string): string {
  return `\`\`\`ts\n${code.trimEnd()}\n\`\`\``;
}
