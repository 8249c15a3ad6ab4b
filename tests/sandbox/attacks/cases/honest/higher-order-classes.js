// expects: accepted — mixins, class factories, injected classes, decorators of methods, tagged templates
export const Timestamped = (Base) =>
  class extends Base {
    stamp = 7;
    stamped() {
      return [this.name, this.stamp];
    }
  };
export const instantiate = (Class, ...args) => new Class(...args);
export const isA = (it, Class) => it instanceof Class;
export const makeClass = (name) => ({ [name]: class {} })[name];
export const logged = (it, method, log) => {
  const original = it[method];
  it[method] = function (...args) {
    log(method, ...args);
    return original.apply(this, args);
  };
  return it;
};
export const tag = (strings, ...values) => ({ raw: [...strings.raw], values, same: strings });
export class Container {
  #made = new Map();
  get(Class) {
    if (!this.#made.has(Class)) this.#made.set(Class, new Class(this));
    return this.#made.get(Class);
  }
}
