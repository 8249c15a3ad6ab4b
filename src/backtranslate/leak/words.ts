/** A word or a single sign of a text, and where it begins and ends. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu;

/** Cuts code and prose alike: white space is all that is lost. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

const keywords = new Set(
  'as async await break case catch class const continue default delete do else export extends false finally for function if in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield'.split(
    ' ',
  ),
);

/** The same word for all names that whoever copies code may choose anew. */
export function withoutName(word: string): string {
  return /^[\p{L}_$]/u.test(word) && !keywords.has(word) ? '_' : word;
}
