// expects: accepted — settles by timers, races, retries, debounces and throttles
export const sleep = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));
export const withTimeout = (promise, ms) =>
  Promise.race([promise, sleep(ms).then(() => Promise.reject(new Error('timed out')))]);
export const retry = async (f, { attempts, delayMs }) => {
  for (let i = 1; ; i++) {
    try {
      return await f(i);
    } catch (error) {
      if (i >= attempts) throw error;
      await sleep(delayMs * 2 ** i);
    }
  }
};
export const debounce = (f, ms) => {
  let timer;
  return function (...args) {
    clearTimeout(timer);
    timer = setTimeout(() => f.apply(this, args), ms);
  };
};
export const every = (f, ms) => {
  const timer = setInterval(f, ms);
  return () => clearInterval(timer);
};
export const order = async () => {
  const seen = [];
  setTimeout(() => seen.push('timer'), 0);
  queueMicrotask(() => seen.push('microtask'));
  Promise.resolve().then(() => seen.push('promise'));
  seen.push('now');
  await sleep(1);
  return seen;
};
export const elapsed = async (ms) => {
  const before = Date.now();
  await sleep(ms);
  return Date.now() - before;
};
