// expects: accepted — climbs from arrays, maps, dates and errors handed in to the realm that made them
const found = [];
const look = (value, path) => {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
  for (let at = value, up = 0; at !== null && up < 4; at = Object.getPrototypeOf(at), up++) {
    const realm = at.constructor?.constructor?.('return globalThis')?.();
    if (realm !== undefined && realm !== globalThis) found.push(`${path}: a realm ${up} up`);
    if (realm?.process?.pid) found.push(`${path}: a process ${up} up`);
  }
};
export const sum = (xs) => {
  look(xs, 'xs');
  return xs.reduce((a, b) => a + b, 0);
};
export const take = (values) => {
  look(values, 'values');
  for (const [name, value] of Object.entries(values)) look(value, name);
  look(values.list[1], 'list[1]');
  look(values.record.inner, 'record.inner');
  look(values.map.get(1), 'map.get');
};
export const reached = () => found;
