import { contentId } from '../../core/id.ts';
import type { LabelRow, SampleRow } from '../../core/rows.ts';
import { taskPrompt } from '../../core/task-prompt.ts';
import { distinctRivals, type Rival } from './rival.ts';

/** What is kept of a task as good, and what the first sample's suite refuted as bad. */
export function labelsOf(samples: readonly SampleRow[], rivals: readonly Rival[]): LabelRow[] {
  const [first] = samples;
  if (!first) return [];
  const good = samples.map((sample) => labelRow(sample, sample.solution, true));
  const bad = distinctRivals(rivals)
    .filter(({ judgement }) => judgement?.kind === 'judged' && judgement.verdict.kind === 'refuted')
    .map(({ code }) => labelRow(first, code, false));
  return [...good, ...bad];
}

function labelRow(sample: SampleRow, completion: string, label: boolean): LabelRow {
  const id = contentId('label', [sample.id, completion, label]);
  return { id, prompt: taskPrompt(sample.task), completion, label, sample: sample.id };
}
