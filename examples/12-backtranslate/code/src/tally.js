export function tally(words) {
  const counts = new Map();
  for (const word of words) {
    const key = word.trim().toLowerCase();
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
