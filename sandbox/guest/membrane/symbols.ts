import { stringify, toSymbol } from './natives.ts';

const wellKnown: Record<string, symbol> = { __proto__: null } as never;
const wellKnownNames = new Map<symbol, string>();
for (const name of Object.getOwnPropertyNames(Symbol)) {
  const symbol: unknown = (Symbol as unknown as Record<string, unknown>)[name];
  if (typeof symbol !== 'symbol') continue;
  wellKnown[name] = symbol;
  wellKnownNames.set(symbol, name);
}
const nameOf = wellKnownNames.get.bind(wellKnownNames);

/** Symbols that crossed: those of the language by name, all others by number. Each is unique, and stays so. */
export class Symbols {
  readonly #byId: Record<number, symbol> = { __proto__: null } as never;
  readonly #ids = new Map<symbol, number>();
  readonly #idOf = this.#ids.get.bind(this.#ids);
  readonly #setId = this.#ids.set.bind(this.#ids);
  #next: number;

  /** `first` is 1 on one side and 2 on the other, so that no number is given twice. */
  constructor(first: 1 | 2) {
    this.#next = first;
  }

  wire(symbol: symbol): string {
    const name = nameOf(symbol);
    if (name !== undefined) return `["w","${name}"]`;
    let id = this.#idOf(symbol);
    if (id === undefined) {
      id = this.#next;
      this.#next += 2;
      this.#remember(id, symbol);
    }
    return `["s",${id},${stringify(symbol.description ?? '')}]`;
  }

  read(id: number, description: string): symbol {
    const known = this.#byId[id];
    if (known !== undefined) return known;
    const twin = toSymbol(description);
    this.#remember(id, twin);
    return twin;
  }

  #remember(id: number, symbol: symbol): void {
    this.#byId[id] = symbol;
    this.#setId(symbol, id);
  }
}

/** A symbol of the language by its name. */
export function wellKnownSymbol(name: string): symbol | undefined {
  return wellKnown[name];
}
