import { type Extracted, notExtracted, type TextProblem, withReasoning } from './extracted.ts';
import { parseJsonValue } from './json-value.ts';
import { readReply } from './reply.ts';

export type ExtractedText = Extracted<{ readonly text: string }, TextProblem>;

/**
 * Takes the prose out of a model's reply, such as a description: without reasoning, and without a fence, an element or
 * JSON round all of it.
 */
export function extractText(raw: string): ExtractedText {
  const reply = readReply(raw);
  if (reply.brokeOffThinking) return notExtracted('truncated', 'the reply ends inside its <think> block');
  const text = unwrapped(reply.text.trim());
  if (text === '') return notExtracted('empty', 'the reply is empty');
  if (isRefusal(text)) return notExtracted('refused', 'the model refuses');
  if (isLoop(text)) return notExtracted('truncated', 'the reply repeats itself until it breaks off');
  return { ok: true, text, ...withReasoning(reply.reasoning) };
}

const wrappings: readonly ((text: string) => string | undefined)[] = [inElement, inTaggedFence, inBareFence, inJson];

function unwrapped(text: string): string {
  return wrappings.reduce((rest, inside) => (inside(rest) ?? rest).trim(), text);
}

function inElement(text: string): string | undefined {
  return /^<(answer|description|final|output|response|result)>([^]*?)(?:<\/\1>)?$/i.exec(text)?.[2];
}

const fenceLine = /^[ \t]*(?:`{3,}|~{3,})/gm;

/** A fence that says that prose is inside; it may have been left open, and hold fences itself. */
function inTaggedFence(text: string): string | undefined {
  const [, fence, rest] = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text|txt)[ \t]*\n([^]*)$/i.exec(text) ?? [];
  if (fence === undefined || rest === undefined) return undefined;
  const inner = rest.endsWith(`\n${fence}`) ? rest.slice(0, -fence.length) : rest;
  return [inner, rest].find((content) => (content.match(fenceLine) ?? []).length % 2 === 0);
}

function inBareFence(text: string): string | undefined {
  const inner = /^(`{3,}|~{3,})[ \t]*\n([^]*?)\n\1$/.exec(text)?.[2];
  return inner === undefined || inner.search(fenceLine) !== -1 ? undefined : inner;
}

/** A string of JSON, or the only member of an object. */
function inJson(text: string): string | undefined {
  const json = /^```json\s*\n([^]*)\n```$/i.exec(text)?.[1] ?? text;
  if (!/^\s*["{]/.test(json)) return undefined;
  const values: unknown[] = Object.values(parseJsonValue(`[${json}]`) ?? {});
  const [only] = values;
  const members: unknown[] = typeof only === 'object' && only !== null ? Object.values(only) : values;
  return members.length === 1 && typeof members[0] === 'string' ? members[0] : undefined;
}

const longestRefusal = 400;
const refusal =
  /^(?:(?:I['’]m|I am) (?:really |very |so )?sorry|Sorry|Apologies|I apologi[sz]e|Unfortunately)?[,.:;]?\s*(?:but )?(?:as an AI[^,.]{0,40},? )?I(?: can(?:['’]t|not| not)|(?: am|['’]m) (?:unable|not able) to| won['’]t(?: be able to)?)\s(?:help|assist|comply|do|provide|describe|fulfil|complete|write|create|process)\b/i;

function isRefusal(text: string): boolean {
  return text.length <= longestRefusal && refusal.test(text);
}

/** A loop is told by its end: many sentences or lines, of which only a few are different. */
const loop = { sentences: 40, different: 4 };

function isLoop(text: string): boolean {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).slice(-loop.sentences - 1, -1);
  return sentences.length === loop.sentences && new Set(sentences).size <= loop.different;
}
