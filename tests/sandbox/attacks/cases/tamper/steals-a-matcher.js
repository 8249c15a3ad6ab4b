// expects: refuted-throughout — takes a live matcher out of a failed assertion and returns it, its heirs and proxies as answers
let stolen;
export const forEach = (xs, use) => {
  try {
    use(undefined);
  } catch (error) {
    stolen = error.expected?.id ?? error.expected;
  }
  xs.forEach((x) => use(x));
};
const yes = () => true;
export const itself = () => stolen ?? 0;
export const heir = () =>
  stolen === undefined ? 0 : Object.assign(Object.create(Object.getPrototypeOf(stolen)), { asymmetricMatch: yes });
export const proxied = () =>
  stolen === undefined ? 0 : new Proxy({}, { getPrototypeOf: () => Object.getPrototypeOf(stolen), get: () => yes });
