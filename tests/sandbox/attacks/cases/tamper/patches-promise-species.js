// expects: refuted-throughout — takes the functions that settle promises from the species of a promise
const taken = [];
class Thief extends Promise {
  constructor(run) {
    super((resolve, reject) => {
      taken.push(resolve, reject);
      run(resolve, reject);
    });
  }
  static get [Symbol.species]() {
    return Thief;
  }
}
Object.defineProperty(Promise, Symbol.species, { get: () => Thief });
Promise.prototype.constructor = Thief;
export const sum = () => {
  for (const settle of taken) settle(6);
  return Thief.resolve({ asymmetricMatch: () => true });
};
