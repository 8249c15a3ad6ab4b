// expects: timeout|memory — answers rightly and leaves a chain of microtasks and timers that never ends
const chain = () => Promise.resolve().then(chain);
const tick = () => setTimeout(tick, 0);
export const sum = (xs) => {
  chain();
  tick();
  return xs.reduce((a, b) => a + b, 0);
};
