const unprintable = /(?!\n|\t)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text from elsewhere without what could move a terminal's cursor, colour it or turn its writing round. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, '\uFFFD');
}
