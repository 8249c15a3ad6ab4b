import { LRUCache } from 'lru-cache';
import type { Result } from './problem.ts';
import { type Text, understand, type Understood } from './understand.ts';

const maxTexts = 256;
const maxCharacters = 1024 * 1024;

/** One suite meets many solutions, and each of its mutants the same one: reading a text costs more than running some. */
const lately = new LRUCache<string, Result<Understood>>({
  max: maxTexts,
  maxSize: maxCharacters,
  sizeCalculation: (_understood, key) => key.length,
});

/** What {@link understand} says about a text, which is remembered for a while. */
export function understoodLately(text: Text): Result<Understood> {
  const key = `${text.language} ${text.format ?? ''} ${text.text}`;
  let understood = lately.get(key);
  if (understood === undefined) lately.set(key, (understood = understand(text)));
  return understood;
}
