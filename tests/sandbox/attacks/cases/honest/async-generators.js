// expects: accepted — asynchronous generators and iterables, fed by timers and ended early
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const log = [];
export async function* ticks(ms) {
  try {
    for (let i = 0; ; i++) {
      await sleep(ms);
      yield i;
    }
  } finally {
    log.push('closed');
  }
}
export const collect = async (iterable) => {
  const all = [];
  for await (const x of iterable) all.push(x);
  return all;
};
export async function* mapped(iterable, f) {
  for await (const x of iterable) yield await f(x);
}
