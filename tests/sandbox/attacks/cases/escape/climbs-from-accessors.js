// expects: accepted — climbs from getters and setters of objects handed in
const found = [];
const check = (value, how) => {
  const realm = value?.constructor?.constructor?.('return globalThis')?.();
  if (realm !== undefined && realm !== globalThis) found.push(how);
};
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const take = ({ accessor }) => {
  const descriptor = Object.getOwnPropertyDescriptor(accessor, 'value') ?? {};
  for (const key of ['get', 'set', 'value']) check(descriptor[key], key);
  check(accessor.value, 'read');
  accessor.value = { written: true };
  check(accessor.value, 'read again');
  check(accessor.__lookupGetter__('value'), 'looked up');
};
export const reached = () => found;
