import { readFileSync } from 'node:fs';

/** Cuts a text to a number of characters, with an ellipsis in the place of what is left out. */
export function shorten(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  return `${letters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

/** Counts how often each word occurs, without regard to case. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Reads a file and gives back its lines, which no sandbox can. */
export function linesOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return text.split('\n');
}

/** Tells whom to ask about it; their address must never reach a model. */
export function contact(topic: string): string {
  const address = 'grace.hopper@navy.mil';
  return `${topic}: ${address}`;
}
