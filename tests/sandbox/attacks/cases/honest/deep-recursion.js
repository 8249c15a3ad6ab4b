// expects: accepted — recursion five thousand deep, plain, mutual and through a closure
export const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));
const isEven = (n) => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n) => (n === 0 ? false : isEven(n - 1));
export { isEven };
export const nest = (n) => {
  let list = null;
  for (let i = 0; i < n; i++) list = { value: i, next: list };
  return list;
};
export const lengthOf = (list) => (list === null ? 0 : 1 + lengthOf(list.next));
