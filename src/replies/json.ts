import { type Extracted, type JsonProblem, notExtracted, withReasoning } from './extracted.ts';
import { fencedBlocks } from './fences.ts';
import { balancedEnd, openings } from './balanced.ts';
import { parseLooseJson } from './loose-json.ts';
import { readReply } from './reply.ts';

/** How many characters may be looked at in all when brackets are matched. */
const scanBudget = 4_000_000;

export type ExtractedJson = Extracted<{ readonly value: unknown }, JsonProblem>;

/** Takes the JSON object or array out of a model's reply: fenced or bare, anywhere in prose, small slips forgiven. */
export function extractJson(raw: string): ExtractedJson {
  const reply = readReply(raw);
  if (reply.brokeOffThinking) return notExtracted('truncated', 'the reply ends inside its <think> block');
  if (reply.text.trim() === '') return notExtracted('empty', 'the reply is empty');
  const found = inFences(reply.text) ?? inProse(reply.text);
  return found.ok ? { ...found, ...withReasoning(reply.reasoning) } : found;
}

/** The last fenced block that is JSON, tagged `json` before any other. */
function inFences(text: string): ExtractedJson | undefined {
  const blocks = fencedBlocks(text, (content) => parsed(content) !== undefined);
  const ranked = [
    ...blocks.filter(({ tag }) => !tag.startsWith('json')),
    ...blocks.filter(({ tag }) => tag.startsWith('json')),
  ];
  for (const { code } of ranked.toReversed()) {
    const value = parsed(code);
    if (value !== undefined) return { ok: true, value };
  }
  return undefined;
}

/** The longest stretch between matching brackets that is JSON. */
function inProse(text: string): ExtractedJson {
  let best: { readonly value: object; readonly length: number } | undefined;
  let unfinished = false;
  let from = 0;
  let budget = scanBudget;
  for (const start of openings(text)) {
    if (start < from || budget < 0) continue;
    const end = balancedEnd(text, start);
    budget -= (end ?? text.length) - start;
    if (end === undefined) {
      unfinished ||= /^[{[]\s*["{[]/.test(text.slice(start));
      continue;
    }
    const value = parsed(text.slice(start, end));
    if (value === undefined) continue;
    if (best === undefined || end - start > best.length) best = { value, length: end - start };
    from = end;
  }
  if (unfinished) return notExtracted('truncated', 'the JSON of the reply breaks off');
  return best === undefined ? notExtracted('no-json', 'no part of the reply is JSON') : { ok: true, value: best.value };
}

function parsed(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value = parseLooseJson(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
