// expects: accepted — gives the same object, array, function and promise each time
const settings = Object.freeze({ deep: Object.freeze({ list: Object.freeze([1, 2]) }) });
const list = [];
const f = () => f;
const later = Promise.resolve(settings);
const cache = new Map();
export const getSettings = () => settings;
export const getList = () => list;
export const getFunction = () => f;
export const getLater = () => later;
export const memo = (key) => {
  if (!cache.has(key)) cache.set(key, { key });
  return cache.get(key);
};
