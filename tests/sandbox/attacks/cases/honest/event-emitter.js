// expects: accepted — listeners that are added, called, removed by identity, and removed while called
export class Emitter {
  #listeners = new Map();
  on(name, listener) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return () => this.off(name, listener);
  }
  off(name, listener) {
    this.#listeners.set(
      name,
      (this.#listeners.get(name) ?? []).filter((each) => each !== listener),
    );
    return this;
  }
  once(name, listener) {
    const off = this.on(name, (...args) => {
      off();
      listener.apply(this, args);
    });
    return this;
  }
  emit(name, ...args) {
    const listeners = this.#listeners.get(name) ?? [];
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  }
  count(name) {
    return this.#listeners.get(name)?.length ?? 0;
  }
}
