import { balancedEnd, openings } from './balanced.ts';
import { type Extracted, type JsonProblem, notExtracted, withReasoning } from './extracted.ts';
import { fencedBlocks } from './fences.ts';
import { parseJsonValue } from './json-value.ts';
import { readReply } from './reply.ts';

/** How many characters may be looked at in all when brackets are matched. */
const scanBudget = 4_000_000;

export type ExtractedJson = Extracted<{ readonly value: unknown }, JsonProblem>;

/**
 * Takes the JSON object or list out of a model's reply: fenced or bare, anywhere in prose, small slips forgiven.
 * Of several, the longest says what kind is meant, and the last of that kind is taken: models draft first.
 */
export function extractJson(raw: string): ExtractedJson {
  const reply = readReply(raw);
  if (reply.brokeOffThinking) return notExtracted('truncated', 'the reply ends inside its <think> block');
  if (reply.text.trim() === '') return notExtracted('empty', 'the reply is empty');
  const found = fromText(reply.text);
  return found.ok ? { ...found, ...withReasoning(reply.reasoning) } : found;
}

function fromText(text: string): ExtractedJson {
  const found = inFences(text) ?? inProse(text);
  if (found.ok || !isEscaped(text)) return found;
  const again = inProse(unescaped(text));
  return again.ok ? again : found;
}

/** A value of JSON as it was written. */
interface Written {
  readonly value: object;
  readonly length: number;
  readonly start: number;
}

/** Of the fenced blocks that are JSON, those tagged `json` go before any other. */
function inFences(text: string): ExtractedJson | undefined {
  const written = fencedBlocks(text, (content) => parseJsonValue(content) !== undefined).flatMap(
    ({ tag, code }, at) => {
      const value = parseJsonValue(code);
      return value === undefined ? [] : [{ value, length: code.length, start: at, isTagged: tag.startsWith('json') }];
    },
  );
  const tagged = written.filter(({ isTagged }) => isTagged);
  const meant = lastOfItsKind(tagged.length > 0 ? tagged : written);
  return meant && { ok: true, value: meant.value };
}

/** The stretches between matching brackets that are JSON, and not within one another. */
function inProse(text: string): ExtractedJson {
  const found: Written[] = [];
  let unfinished: number | undefined;
  let from = 0;
  let budget = scanBudget;
  for (const start of openings(text)) {
    if (start < from || budget < 0) continue;
    const end = balancedEnd(text, start);
    budget -= (end ?? text.length) - start;
    if (end === undefined) {
      if (/^[{[]\s*["'“{[]/.test(text.slice(start, start + longestBlank))) unfinished ??= start;
      continue;
    }
    const value = parseJsonValue(text.slice(start, end));
    if (value === undefined) continue;
    found.push({ value, length: end - start, start });
    from = end;
  }
  // What stands inside a value that breaks off is a part of it, not the answer.
  const meant = lastOfItsKind(found.filter(({ start }) => start < (unfinished ?? text.length)));
  if (meant !== undefined) return { ok: true, value: meant.value };
  return unfinished === undefined
    ? notExtracted('no-json', 'no part of the reply is JSON')
    : notExtracted('truncated', 'the JSON of the reply breaks off');
}

const longestBlank = 200;

function lastOfItsKind<Value extends Written>(values: readonly Value[]): Value | undefined {
  const [longest] = values.toSorted((a, b) => b.length - a.length);
  return longest && values.findLast(({ value }) => isAlike(value, longest.value));
}

/** Whether a value has most of another's keys, or both are lists. */
function isAlike(value: object, other: object): boolean {
  if (Array.isArray(value) || Array.isArray(other)) return Array.isArray(value) && Array.isArray(other);
  const keys = Object.keys(other);
  return keys.filter((key) => Object.hasOwn(value, key)).length * 2 >= keys.length;
}

/** Whether JSON was escaped once more, as if it were to stand in a string. */
function isEscaped(text: string): boolean {
  return /[{[,](?:\s|\\n)*\\"/.test(text);
}

function unescaped(text: string): string {
  const meanings: Readonly<Record<string, string>> = { n: '\n', t: '\t' };
  return text.replaceAll(/\\([nt"\\])/g, (_, char: string) => meanings[char] ?? char);
}
