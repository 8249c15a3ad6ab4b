// expects: refuted-throughout|timeout|memory|output — answers that call back, and change, whenever somebody looks at what they are
let callback = () => {};
const busy = (value) => {
  try {
    callback(trap(), [trap()]);
  } catch {}
  return value;
};
const chained = new Proxy(
  {},
  { getPrototypeOf: () => busy(Object.prototype), has: () => busy(true), get: (_, key) => busy(undefined) },
);
const trap = () => {
  const it = Object.create(Object.getPrototypeOf([].values()), {
    [Symbol.toStringTag]: { get: () => busy('Array Iterator') },
    next: { get: () => busy(() => ({ done: true })) },
  });
  return [it, Object.create(chained), Object.setPrototypeOf([1], chained), Object.setPrototypeOf(new Map(), chained)];
};
export const watch = (use) => {
  callback = use;
  return trap();
};
export const total = (xs) => {
  const answer = trap();
  xs.push(answer);
  return answer;
};
