// expects: accepted — climbs from generators handed in: their results, their prototypes, their return and throw
const found = [];
const check = (value, how) => {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
  let root = value;
  while (Object.getPrototypeOf(root) !== null) root = Object.getPrototypeOf(root);
  if (root !== Object.prototype && root !== value) found.push(how);
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = async ({ numbers, ticks }) => {
  const it = numbers();
  check(it, 'generator');
  check(it.next, 'next');
  const step = it.next();
  check(step, 'step');
  check(step.value, 'value');
  check(it.return?.([1]), 'return');
  try {
    numbers().throw?.(new Error('own'));
  } catch (thrown) {
    check(thrown, 'throw');
  }
  check(await ticks().next(), 'late step');
  for (let at = it; at !== null; at = Object.getPrototypeOf(at)) {
    for (const key of Reflect.ownKeys(at)) check(Reflect.getOwnPropertyDescriptor(at, key).value, String(key));
  }
};
export const reached = () => found;
