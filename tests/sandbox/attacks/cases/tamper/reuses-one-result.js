// expects: refuted-throughout — one array for all results, rewritten by every call
const result = [];
export const range = (n) => {
  result.length = 0;
  for (let i = 0; i < n; i++) result.push(i);
  return result;
};
const record = {};
export const count = (word) => {
  record[word] = (record[word] ?? 0) + 1;
  return record;
};
