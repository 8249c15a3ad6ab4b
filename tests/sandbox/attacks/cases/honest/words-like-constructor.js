// expects: accepted — plain objects keyed by words that every object inherits, and by __proto__
export const count = (words) => {
  const counts = Object.create(null);
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
export const group = (words) => Object.groupBy(words, (word) => word[0]);
export const pairs = (words) => words.map((word) => ({ [word]: word.length }));
