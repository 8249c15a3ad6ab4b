export type Binding = 'var' | 'function' | 'lexical' | 'import';

/** The names that one function, block or class of a text binds. */
export class Scope {
  readonly parent: Scope | undefined;
  /** The scope of the function, or of the whole text, that this one lies in. */
  readonly home: Scope;
  #bindings: Map<string, Binding> | undefined;

  constructor(parent: Scope | undefined, isFunction: boolean) {
    this.parent = parent;
    this.home = isFunction || parent === undefined ? this : parent.home;
  }

  get isTop(): boolean {
    return this.parent === undefined;
  }

  get bindings(): ReadonlyMap<string, Binding> {
    return (this.#bindings ??= new Map());
  }

  bind(name: string, binding: Binding): void {
    const scope = binding === 'var' ? this.home : this;
    scope.#bindings ??= new Map();
    if (!scope.#bindings.has(name)) scope.#bindings.set(name, binding);
  }

  binds(name: string): boolean {
    return this.#bindings?.has(name) === true || (this.parent?.binds(name) ?? false);
  }
}
