import { contentId } from '../../core/id.ts';
import type { Recording } from '../recordings.ts';
import { countTokens } from './count-tokens.ts';
import { offlineModel } from './models.ts';
import type { ChatRequest } from './request.ts';

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** A recorded reply, with what every shape of answer needs. */
export interface Completion {
  readonly id: string;
  readonly created: number;
  readonly model: string;
  readonly recording: Recording;
  readonly usage: Usage;
}

/** Prepares a recording as the answer to a request. */
export async function completionOf(recording: Recording, request: ChatRequest): Promise<Completion> {
  const prompt = await countTokens(request.prompt);
  const completion = await countTokens(`${recording.reasoning ?? ''}${recording.content}`);
  return {
    id: contentId('chatcmpl', [request.label, recording]),
    created: Math.floor(Date.now() / 1000),
    model: `${offlineModel}-${recording.model}`,
    recording,
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
  };
}

/** The body of an answer in one piece. */
export function wholeBody({ id, created, model, recording, usage }: Completion): unknown {
  const { content, reasoning, finishReason } = recording;
  const message = { role: 'assistant', content, refusal: null, ...(reasoning ? { reasoning_content: reasoning } : {}) };
  const choice = { index: 0, message, logprobs: null, finish_reason: finishReason };
  return { id, object: 'chat.completion', created, model, choices: [choice], usage };
}

/** The chunks of a streamed answer, each about as much as a server sends at a time. */
export function streamChunks(completion: Completion, includeUsage: boolean): unknown[] {
  const { recording, usage } = completion;
  const choices = [
    delta({ role: 'assistant', content: '' }),
    ...pieces(recording.reasoning ?? '').map((piece) => delta({ reasoning_content: piece })),
    ...pieces(recording.content).map((piece) => delta({ content: piece })),
    delta({}, recording.finishReason),
  ];
  const { id, created, model } = completion;
  const head = { id, object: 'chat.completion.chunk', created, model };
  const chunks = choices.map((choice) => ({ ...head, choices: [choice], ...(includeUsage ? { usage: null } : {}) }));
  return includeUsage ? [...chunks, { ...head, choices: [], usage }] : chunks;
}

function delta(content: Readonly<Record<string, string>>, finishReason: string | null = null) {
  return { index: 0, delta: content, logprobs: null, finish_reason: finishReason };
}

function pieces(text: string): string[] {
  return text.match(/.{1,16}/gsu) ?? [];
}
