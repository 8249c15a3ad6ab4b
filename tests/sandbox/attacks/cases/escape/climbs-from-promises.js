// expects: accepted — climbs from promises handed in, through species and constructor
const found = [];
const check = (value, how) => {
  const realm = value?.constructor?.constructor?.('return globalThis')?.();
  if (realm !== undefined && realm !== globalThis) found.push(how);
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = async ({ later, refuse }) => {
  const Taker = function (run) {
    run(
      (value) => check(value, 'resolve'),
      (value) => check(value, 'reject'),
    );
  };
  Taker[Symbol.species] = Taker;
  check(later, 'promise');
  check(later.then, 'then');
  later.constructor = Taker;
  later.then((value) => check(value, 'value'));
  const refused = refuse();
  refused.constructor = { [Symbol.species]: Taker };
  refused.then(undefined, (value) => check(value, 'reason'));
  check(await later.finally(() => {}), 'awaited');
};
export const reached = () => found;
