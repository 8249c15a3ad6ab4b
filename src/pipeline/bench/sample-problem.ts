import type { RawReply } from '../../bench/extract/extract-program.ts';
import type { Problem } from '../../bench/problem.ts';
import { askForSolution, type PromptStyle } from '../../bench/prompts/ask-for-solution.ts';
import { ok, type Outcome } from '../../core/fault.ts';
import type { Llm, LlmReply } from '../../core/ports.ts';

/** How samples are asked for. */
export interface Sampling {
  readonly style: PromptStyle;
  readonly system?: string;
  readonly temperature: number;
  readonly topP?: number;
  readonly maxTokens: number;
  readonly stop: readonly string[];
}

/** A row of `samples.jsonl`: what a model answered, as it can be scored again. */
export interface SampledRow {
  readonly task_id: string;
  readonly sample: number;
  readonly completion: string;
  readonly reasoning?: string;
  readonly finish_reason: LlmReply['finishReason'];
  readonly model: string;
  readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number };
  readonly cost_usd: number;
}

export interface Sampled {
  readonly row: SampledRow;
  readonly reply: RawReply;
}

/** Asks for one solution of a problem. A model that refuses has answered, with nothing. */
export async function sampleProblem(
  llm: Llm,
  { problem, sample }: { readonly problem: Problem; readonly sample: number },
  { sampling, costOf }: { readonly sampling: Sampling; readonly costOf: (usage: LlmReply['usage']) => number },
): Promise<Outcome<Sampled>> {
  const { style, system, temperature, topP, maxTokens } = sampling;
  const stop = [...sampling.stop, ...(style === 'raw' ? problem.stop : [])];
  const answered = await llm.complete({
    label: { stage: 'bench', seed: problem.id, sample },
    messages: askForSolution(problem, { style, ...(system !== undefined && { system }) }),
    temperature,
    ...(topP !== undefined && { topP }),
    maxTokens,
    ...(stop.length > 0 && { stop }),
  });
  const outcome = answered.ok || answered.fault.code !== 'refused' ? answered : ok(refusal);
  if (!outcome.ok) return outcome;
  const { content, reasoning, finishReason, model, usage } = outcome.value;
  const thought = reasoning === undefined ? {} : { reasoning };
  const row: SampledRow = {
    task_id: problem.id,
    sample,
    completion: content,
    ...thought,
    finish_reason: finishReason,
    model,
    usage: { prompt_tokens: usage.promptTokens, completion_tokens: usage.completionTokens },
    cost_usd: costOf(usage),
  };
  return ok({ row, reply: { content, ...thought, finishReason } });
}

const refusal: LlmReply = {
  content: '',
  model: '(refused)',
  finishReason: 'other',
  usage: { promptTokens: 0, completionTokens: 0 },
};
