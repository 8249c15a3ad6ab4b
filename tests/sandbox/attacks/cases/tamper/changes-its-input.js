// expects: refuted-throughout — right answers, but what was handed in is changed
export const sorted = (xs) => xs.sort((a, b) => a - b);
export const rename = (user) => {
  user.profile.name = 'new';
  return { ...user };
};
export const without = (record, key) => {
  delete record[key];
  return { ...record };
};
export const drain = (map) => {
  const entries = [...map];
  map.clear();
  return entries;
};
export const union = (a, b) => {
  for (const x of b) a.add(x);
  return new Set(a);
};
export const nextDay = (date) => {
  date.setUTCDate(date.getUTCDate() + 1);
  return new Date(date);
};
export const doubled = (bytes) => {
  bytes.forEach((b, i) => (bytes[i] = b * 2));
  return Uint8Array.from(bytes);
};
export const total = (xs) => {
  let all = 0;
  while (xs.length > 0) all += xs.pop();
  return all;
};
export const freeze = (value) => Object.freeze(value) && { ...value };
export const label = (value) => Object.assign(value, { [Symbol.for('seen')]: true }) && 'label';
export const totalLater = async (xs) => {
  await null;
  return total(xs);
};
export function* taken(xs) {
  while (xs.length > 0) yield xs.shift();
}
