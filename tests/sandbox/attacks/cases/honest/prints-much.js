// expects: accepted — prints more than anybody wants to read
export const sum = (xs) => {
  console.log('summing', xs, { deep: { deeper: { deepest: [new Map([[1, 2]])] } } });
  console.table?.([{ a: 1 }]);
  console.error(new Error('not a failure'));
  console.log('%s is %d', 'one', 1, Symbol('x'), 1n, () => {});
  return xs.reduce((a, b) => a + b, 0);
};
