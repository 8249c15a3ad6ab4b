// expects: refuted-throughout — calls a method of the suite with built-ins for its this
export const save = (store) => {
  store.set.call(Object, 'is', Object);
  store.set.call(Array.prototype, 'every', Array.prototype.concat);
};
export const sum = () => 0;
