// expects: accepted — sorts, reverses, fills, deletes and assigns in place
export const sortInPlace = (xs) => xs.sort((a, b) => a - b);
export const rotate = (matrix) => {
  const copy = matrix.map((row) => [...row]);
  matrix.forEach((row, r) => row.forEach((_, c) => (matrix[c][matrix.length - 1 - r] = copy[r][c])));
};
export const moveZeros = (xs) => {
  let at = 0;
  for (const x of xs.filter((y) => y !== 0)) xs[at++] = x;
  xs.fill(0, at);
};
export const defaults = (target, ...sources) => Object.assign(target, ...sources.reverse(), { ...target });
export const prune = (record) => {
  for (const key of Object.keys(record)) if (record[key] === undefined) delete record[key];
};
export const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
export const shift = (date, days) => date.setUTCDate(date.getUTCDate() + days);
export const invert = (bytes) => bytes.forEach((b, i) => (bytes[i] = 255 - b));
export const clear = (xs) => (xs.length = 0);
export const swapIn = (record) => ([record.a, record.b] = [record.b, record.a]);
export const link = (nodes) => nodes.forEach((node, i) => (node.next = nodes[i + 1] ?? null));
export const lock = (value) => {
  Object.values(value).forEach((part) => typeof part === 'object' && lock(part));
  return Object.freeze(value);
};
export const later = async (xs) => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  xs.push('later');
};
