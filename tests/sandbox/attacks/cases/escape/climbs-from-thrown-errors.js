// expects: accepted — climbs from errors that the suite throws, and looks for paths of the machine in their stacks
const found = [];
const path = /node_modules|node:internal|\/sandbox\/|[A-Z]:\\|\/(?:home|root|usr|tmp|work|opt|Users)\//;
const check = (thrown, how) => {
  for (let at = thrown; at !== null && typeof at === 'object'; at = Object.getPrototypeOf(at)) {
    const realm = at.constructor?.constructor?.('return globalThis')?.();
    if (realm !== undefined && realm !== globalThis) found.push(how);
  }
  if (path.test(`${thrown?.stack} ${thrown?.message}`)) found.push(`${how}: ${thrown.stack}`);
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = async ({ fail, refuse, later }) => {
  try {
    fail();
  } catch (thrown) {
    check(thrown, 'thrown');
  }
  await refuse().catch((thrown) => check(thrown, 'rejected'));
  await later.then(() => null.x).catch((thrown) => check(thrown, 'own'));
  try {
    fail(Symbol('uncopyable'), new WeakMap());
  } catch (thrown) {
    check(thrown, 'refused');
  }
  check(new Error('own'), 'new');
};
export const reached = () => found;
