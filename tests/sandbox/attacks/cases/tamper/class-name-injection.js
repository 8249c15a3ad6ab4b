// expects: refuted-throughout — a class, its methods and its errors with names that are code
const code = '{}; globalThis.Object.is = () => true; Array.prototype.every = () => true; //';
export class Adder {
  static [code]() {}
  [code] = 1;
  [`get ${code}`]() {}
  add() {
    return 0;
  }
}
class Refusal extends Error {
  name = code;
}
Object.defineProperty(Adder, 'name', { value: code });
Object.defineProperty(Adder.prototype.add, 'name', { value: `add(${code}` });
Object.defineProperty(Refusal, 'name', { value: code });
export const fail = () => {
  throw new Refusal(code);
};
export const symbol = Symbol.for(code);
