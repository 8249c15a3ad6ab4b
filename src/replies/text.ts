import { type Extracted, notExtracted, type TextProblem, withReasoning } from './extracted.ts';
import { readReply } from './reply.ts';

export type ExtractedText = Extracted<{ readonly text: string }, TextProblem>;

const wholeFence = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text|txt)?[ \t]*\n([\s\S]*?)\n\1$/i;

/** Takes the prose out of a model's reply, such as a description: without `<think>`, and without a fence round all of it. */
export function extractText(raw: string): ExtractedText {
  const reply = readReply(raw);
  if (reply.brokeOffThinking) return notExtracted('truncated', 'the reply ends inside its <think> block');
  const text = reply.text.trim();
  const inner = wholeFence.exec(text)?.[2];
  const prose = inner === undefined || /^(?:```|~~~)/m.test(inner) ? text : inner.trim();
  if (prose === '') return notExtracted('empty', 'the reply is empty');
  return { ok: true, text: prose, ...withReasoning(reply.reasoning) };
}
