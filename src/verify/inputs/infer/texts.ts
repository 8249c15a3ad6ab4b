import type { TextShape } from '../shape.ts';

/** Lists of strings in solutions' texts: keys of one object, elements of one array, labels of one switch. */
export type Vocabularies = readonly (readonly string[])[];

const lower = [...'abcdefghijklmnopqrstuvwxyz'];
const upper = lower.map((one) => one.toUpperCase());
const digits = [...'0123456789'];
const brackets: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['>', '<'],
]);

/** The domain that strings show: alphabet, words, format, brackets that pair up, lengths. */
export function textsLike(given: readonly string[], vocabularies: Vocabularies): TextShape {
  const samples = [...new Set(given)];
  const joined = samples.join('');
  const words = [...new Set(samples.flatMap((sample) => sample.match(/[A-Za-z]+/g) ?? []))];
  const vocabulary = vocabularyOf(words, vocabularies);
  const isEnum = given.length >= 4 && samples.length * 2 <= given.length && samples.length <= 6 && words.length > 0;
  const formatted = isFormatted(samples);
  const isTemplate = samples.length >= 2 && /\d/.test(joined) && /[A-Za-z] /.test(joined) && isOneTemplate(samples);
  const isCode = punctuationShare(joined) > 0.25 && !formatted;
  const closed = vocabulary !== undefined || isEnum || isTemplate || (isCode && /[^\s] [^\s]/.test(joined));
  const lengths = samples.map(({ length }) => length);
  return {
    kind: 'text',
    samples,
    repeats: given.length >= 3 && samples.length < given.length,
    alphabet: closed || isCode ? [...new Set(joined)] : alphabetOf(joined, samples),
    words: isTemplate ? [] : (vocabulary ?? words),
    closed,
    formatted,
    listed: !isTemplate && (!formatted || samples.length === 1 || new Set(samples.map(marksIn)).size > 1),
    dated: samples.some((sample) => sample !== '') && samples.every((sample) => sample === '' || isDated(sample)),
    loose: formatted && new Set(samples.map(skeletonOf)).size > 1,
    balanced: /[()[\]{}<>]/.test(joined) && samples.every(isBalanced),
    min: lengths.includes(0) ? 0 : 1,
    max: Math.max(8, 2 * Math.max(0, ...lengths)),
  };
}

function vocabularyOf(words: readonly string[], vocabularies: Vocabularies): readonly string[] | undefined {
  if (words.length < 2) return undefined;
  return vocabularies.find((list) => words.every((word) => list.includes(word)));
}

/** Numbers or words with marks between them, and more marks than the spaces and stops of a sentence. */
function isFormatted(samples: readonly string[]): boolean {
  const filled = samples.filter((sample) => sample !== '');
  const marked = filled.filter((sample) => /[A-Za-z0-9][-/:=.,;@_|+*#$%][A-Za-z0-9]|\d [A-Za-z]/.test(sample));
  return filled.length > 0 && marked.length * 2 > filled.length;
}

function punctuationShare(joined: string): number {
  return joined.replaceAll(/[A-Za-z0-9\s]/g, '').length / Math.max(1, joined.length);
}

function isDated(sample: string): boolean {
  const day = /^\d{4}-\d\d-\d\d(?!\d)/.exec(sample)?.[0];
  const time = Date.parse(`${day}T00:00:00Z`);
  return day !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Whether samples differ in their numbers only. */
function isOneTemplate(samples: readonly string[]): boolean {
  return new Set(samples.map((sample) => sample.replaceAll(/\d+/g, '0'))).size === 1;
}

function marksIn(sample: string): number {
  return sample.replaceAll(/[^\s,;|]/g, '').length;
}

function skeletonOf(sample: string): string {
  return sample.replaceAll(/\d+/g, '0').replaceAll(/[A-Za-z]+/g, 'a');
}

function alphabetOf(joined: string, samples: readonly string[]): readonly string[] {
  const seen = [...new Set(joined)];
  const isHex = samples.some((one) => /\d[A-F]|[A-F]\d/.test(one)) && !/[G-Z]/.test(joined);
  const isBinary = /^[01]+$/.test(joined.replaceAll(/\D/g, '')) && joined.replaceAll(/\D/g, '').length >= 3;
  const classes = [
    /[a-z]/.test(joined) ? lower : [],
    /[A-Z]/.test(joined) ? (isHex ? upper.slice(0, 6) : upper) : [],
    /\d/.test(joined) ? (isBinary ? ['0', '1'] : digits) : [],
  ];
  const marks = seen.filter((one) => !/[A-Za-z0-9]/.test(one));
  return [...new Set([...classes.flat(), ...marks, ...marks])];
}

function isBalanced(text: string): boolean {
  if (/[^()[\]{}<>\s]/.test(text)) return false;
  const stack: string[] = [];
  for (const one of text.replaceAll(/\s/g, '')) {
    const open = brackets.get(one);
    if (open === undefined) stack.push(one);
    else if (stack.pop() !== open) return false;
  }
  return stack.length === 0;
}
