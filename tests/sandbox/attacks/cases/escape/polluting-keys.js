// expects: accepted — hands over and writes keys that pollute prototypes when they are merged carelessly
const evil = () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
const found = [];
export const sum = (xs) => {
  if ({}.polluted !== undefined || [].polluted !== undefined) found.push('this realm');
  return xs.reduce((a, b) => a + b, 0);
};
export const take = ({ call, record, list, map }) => {
  const { args } = call(evil(), [evil()], new Map([['__proto__', evil()]]));
  if (args[0].polluted !== undefined || !Object.hasOwn(args[0], '__proto__')) found.push('what came back');
  Object.defineProperty(record, '__proto__', { value: { polluted: 1 }, enumerable: true, configurable: true });
  Object.defineProperty(list, '__proto__', { value: { polluted: 1 }, enumerable: true, configurable: true });
  map.set('__proto__', evil());
};
export const reached = () => found;
