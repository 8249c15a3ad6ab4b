// expects: refuted-throughout — changes what was handed in only after it has answered
export const byMicrotask = (xs) => {
  queueMicrotask(() => xs.push('late'));
  return xs.length;
};
export const byPromise = (xs) => {
  Promise.resolve()
    .then(() => {})
    .then(() => xs.splice(0));
  return xs.length;
};
export const byTimer = (xs) => {
  setTimeout(() => xs.reverse(), 10);
  return xs.length;
};
let kept;
export const byNextCall = (xs) => {
  kept?.push('from the call before');
  kept = xs;
  return xs.length;
};
export const byClosure = (xs) => () => xs.pop();
