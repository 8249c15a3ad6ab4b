// expects: refuted-throughout — the prototype of all iterators and generators lies
const iterators = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
for (const name of ['map', 'filter', 'every', 'some', 'toArray', 'reduce', 'find', 'forEach', Symbol.iterator]) {
  Object.defineProperty(iterators, name, { value: () => [], writable: true, configurable: true });
}
const generators = Object.getPrototypeOf(function* () {}).prototype;
generators.next = generators.return = generators.throw = () => ({ done: true, value: 6 });
const late = Object.getPrototypeOf(async function* () {}).prototype;
late.next = () => Promise.resolve({ done: true });
export const sum = () => 0;
