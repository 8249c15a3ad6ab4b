// expects: refuted-throughout|timeout|memory|output — every property is a getter that makes another such object
const link = () => ({
  get next() {
    return link();
  },
  get [Symbol.toStringTag]() {
    return 'Object';
  },
});
export const sum = () => link();
