export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const letters = words.map((word) => [...word][0] ?? '');
  const chosen = letters.length > 3 ? [...letters.slice(0, 2), ...letters.slice(-1)] : letters;
  return chosen.join('').toUpperCase();
}
