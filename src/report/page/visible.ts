const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const mostInALine = 400;

/**
 * A text from elsewhere with its control characters, marks that turn the direction of writing round and other
 * characters that cannot be seen written out by their numbers, so that it reads as what it is.
 */
export function visible(text: string): string {
  return text.replaceAll(unseen, (character) => `⟦U+${numberOf(character)}⟧`);
}

function numberOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** A text from elsewhere as it may stand in a line: without an end it would fill the page. */
export function brief(text: string): string {
  return cutText(text, mostInALine);
}

/** The beginning of a text, with how much was left out. */
export function cutText(text: string, most: number): string {
  const left = text.length - most;
  return left <= 0 ? text : `${text.slice(0, most)} … (${left.toLocaleString('en-US')} more characters)`;
}
