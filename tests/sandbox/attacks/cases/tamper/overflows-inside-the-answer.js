// expects: refuted-throughout|timeout|memory — an answer whose getters exhaust the stack while it is looked at
const overflow = () => overflow();
export const sum = () => ({
  get value() {
    return overflow();
  },
  toJSON: overflow,
  valueOf: overflow,
  get then() {
    return overflow();
  },
});
