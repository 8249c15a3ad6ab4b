/** Adds enumerable getters to a module's exports, so that what they give is loaded at first use alone. */
export function defineLate(exports: object, getters: Record<string, () => unknown>): void {
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(exports, name, { get, enumerable: true, configurable: true });
  }
}

/** Adds members that `Object.keys` does not show, as methods of built-in prototypes are. */
export function defineHidden(target: object, members: Record<PropertyKey, unknown>): void {
  for (const name of Reflect.ownKeys(members)) {
    Object.defineProperty(target, name, {
      value: members[name],
      writable: true,
      enumerable: false,
      configurable: true,
    });
  }
}
