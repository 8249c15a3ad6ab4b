import { gramHashes, hashOfAll } from './grams.ts';
import { commentsOf, plainTokens, plainWords } from './plain-words.ts';

/** Which of a problem's texts a gram is of. */
export const parts = ['statement', 'solution', 'tests'] as const;
export type Part = (typeof parts)[number];

/** How grams are cut; an index and what is held against it must agree. */
export interface Cut {
  /** Words of a gram of a statement. */
  readonly words: number;
  /** Tokens of a gram of code. */
  readonly tokens: number;
}

/** A text as its words and the hashes of their runs, each at the place where it begins. */
export interface Fingerprint {
  readonly words: readonly string[];
  readonly grams: Float64Array;
}

/** Shorter statements are too common to tell anything. */
const leastWords = 6;
/** Shorter programs are written alike by everybody. */
const leastTokens = 24;

/** Of a problem's statement; one that is a program with comments, as published prompts are, is what its comments say. */
export function statementPrint(text: string, cut: Cut): Fingerprint {
  const comments = commentsOf(text);
  return printOf(plainWords(comments === '' || !isCode.test(text) ? text : comments), cut);
}

/** Of what a row asks: all of its words, and what comments in it say by itself. */
export function askedPrint(text: string, cut: Cut): Fingerprint {
  return printOf([...plainWords(text), ...plainWords(commentsOf(text))], cut);
}

/** A web address has two slashes as well, but no code round it. */
const isCode = /\b(?:function|const|let|var|class|export|def|return)\b/u;

function printOf(words: readonly string[], { words: n }: Cut): Fingerprint {
  return { words, grams: gramHashes(words, { n, least: leastWords }) };
}

/** Of a program, whatever its names, layout, comments and types. */
export function codePrint(code: string, { tokens: n }: Cut): Fingerprint {
  const words = plainTokens(code);
  return { words, grams: gramHashes(words, { n, least: leastTokens }) };
}

/** Whether a gram of tests counts: one in four does, always the same ones, as there are many, and they are all alike. */
export function isSampled(hash: number): boolean {
  return hash % 4 === 0;
}

/** A hash of a program as a whole; undefined for one that is too short to tell anything. */
export function wholeHash({ words }: Fingerprint): number | undefined {
  return words.length < leastTokens ? undefined : hashOfAll(words);
}
