// expects: timeout|refuted-throughout — getters and traps that loop as soon as anything reads them
const loop = () => {
  for (;;);
};
export const sum = () => ({
  get value() {
    return loop();
  },
  trap: new Proxy({}, { get: loop, ownKeys: loop, getPrototypeOf: loop, has: loop }),
});
