// expects: accepted — calls back thousands of times, in loops, in sorts, in recursion and from timers
export const times = (n, f) => {
  for (let i = 0; i < n; i++) f(i);
};
export const sortBy = (xs, compare) => [...xs].sort(compare);
export const groupBy = (xs, key) => {
  const groups = new Map();
  for (const x of xs) groups.set(key(x), [...(groups.get(key(x)) ?? []), x]);
  return groups;
};
export const walk = (n, f) => (n === 0 ? f(0) : f(walk(n - 1, f)));
export const mapLimit = async (xs, limit, f) => {
  const results = [];
  const queue = xs.entries();
  const worker = async () => {
    for (const [i, x] of queue) results[i] = await f(x);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
};
